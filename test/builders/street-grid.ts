import { graphOf, linesOver } from './street-world.ts';

const SIDE = 9;
const STEP_M = 400;

const numbers = Array.from({ length: SIDE }, (_, i) => i);

/** Streets every 400 m over the ground that random plans lie on, with a river that can be crossed in its eastern half alone. */
export const streetGrid = graphOf(
  linesOver(
    numbers.flatMap((row) => numbers.map((column) => [column * STEP_M, row * STEP_M] as const)),
    [
      ...numbers.map((row) => numbers.map((column) => row * SIDE + column)),
      ...numbers.flatMap((column) => {
        const up = numbers.map((row) => row * SIDE + column);
        return column > SIDE / 2 ? [up] : [up.slice(0, 4), up.slice(4)];
      }),
    ],
  ),
);
