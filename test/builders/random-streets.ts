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

/** A position on the ground near those networks, in metres. */
export function randomPosition(): fc.Arbitrary<readonly [number, number]> {
  const metres = fc.integer({ min: -100, max: 600 });
  return fc.tuple(metres, metres);
}
