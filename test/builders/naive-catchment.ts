import type { Decay } from '../../src/core/access/decay.ts';

/** Somebody's home and how many live there. */
export interface Home {
  readonly persons: number;
  /** Metres to each facility; Infinity: no way. */
  readonly metres: readonly number[];
}

/** Shared catchments as the papers write them, every pair compared: an answer to hold the real one against. */
export function naiveCatchment(homes: readonly Home[], supply: readonly number[], limitM: number, decay: Decay) {
  const ratio = supply.map((amount, j) => {
    let sum = 0;
    for (const { persons, metres } of homes) sum += persons * naiveWeight(metres[j]!, limitM, decay);
    return sum > 0 ? amount / sum : 0;
  });
  return homes.map(({ metres }) =>
    ratio.reduce((sum, each, j) => sum + each * naiveWeight(metres[j]!, limitM, decay), 0),
  );
}

function naiveWeight(metres: number, limitM: number, decay: Decay): number {
  if (metres > limitM + 1e-6) return 0;
  if (decay.kind === 'none') return 1;
  if (decay.kind === 'zones') return decay.zones.find(({ upToM }) => metres <= upToM + 1e-6)?.weight ?? 0;
  const bell = (x: number) => Math.exp(-(x * x) / 2);
  return Math.max(0, (bell(metres / limitM) - bell(1)) / (1 - bell(1)));
}
