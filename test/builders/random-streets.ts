import fc from 'fast-check';
import type { StreetLines } from '../../src/core/network/street-lines.ts';
import { linesOver } from './street-world.ts';

/** Lines over up to a dozen places within half a kilometre: loops, parallels, islands and places that coincide included. */
export function randomLines(): fc.Arbitrary<StreetLines> {
  return randomNetwork().map(({ places, lines }) => linesOver(places, lines));
}

export interface RandomNetwork {
  readonly places: readonly (readonly [number, number])[];
  readonly lines: readonly (readonly number[])[];
}

export function randomNetwork(): fc.Arbitrary<RandomNetwork> {
  const metres = fc.integer({ min: 0, max: 500 });
  return fc.array(fc.tuple(metres, metres), { minLength: 2, maxLength: 12 }).chain((places) => {
    const place = fc.integer({ min: 0, max: places.length - 1 });
    const line = fc
      .array(place, { minLength: 2, maxLength: 6 })
      .map((vertices) => vertices.filter((vertex, i) => vertex !== vertices[i - 1]))
      .filter((vertices) => vertices.length > 1);
    return fc.array(line, { minLength: 1, maxLength: 12 }).map((lines) => ({ places, lines }));
  });
}

/** No straight piece twice: of two that lie on each other, rounding decides which is nearer, and they need not be joined alike. */
export function withoutTwins({ places, lines }: RandomNetwork): RandomNetwork {
  const seen = new Set<string>();
  const pieces = lines.flatMap((line) => line.slice(1).map((to, i) => [line[i]!, to]));
  return {
    places,
    lines: pieces.filter((piece) => {
      const key = piece
        .map((place) => places[place]!.join())
        .toSorted()
        .join(' ');
      return !seen.has(key) && seen.add(key);
    }),
  };
}

/** A position on the ground near those networks, in metres. */
export function randomPosition(): fc.Arbitrary<readonly [number, number]> {
  const metres = fc.integer({ min: -100, max: 600 });
  return fc.tuple(metres, metres);
}
