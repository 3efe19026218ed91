import fc from 'fast-check';
import { expect, test } from 'vitest';
import { greatCircleMetres } from '../../../src/core/geo/distance.ts';
import type { LonLat } from '../../../src/core/geo/geometry.ts';
import { nearestLine } from '../../../src/core/geo/nearest-line.ts';

const position = fc.tuple(
  fc.double({ min: 120.9, max: 121, noNaN: true }),
  fc.double({ min: 32, max: 32.1, noNaN: true }),
);

/** The nearest of 1 000 positions along each stretch. */
function byWalkingAlong(lines: readonly (readonly LonLat[])[], at: LonLat): number {
  let nearest = Infinity;
  for (const line of lines) {
    for (let i = 0; i < line.length; i++) {
      const [from, to] = [line[i]!, line[i + 1] ?? line[i]!];
      for (let step = 0; step <= 1000; step++) {
        const place = [
          from[0] + ((to[0] - from[0]) * step) / 1000,
          from[1] + ((to[1] - from[1]) * step) / 1000,
        ] as const;
        nearest = Math.min(nearest, greatCircleMetres(place, at));
      }
    }
  }
  return nearest;
}

test('the distance to the nearest line or point is what walking along all of them finds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(position, { maxLength: 4 }), { minLength: 1, maxLength: 12 }),
      position,
      (lines, at) => {
        const nearest = nearestLine(lines);
        expect(nearest === null).toBe(lines.every(({ length }) => length === 0));
        if (nearest === null) return;
        const walked = byWalkingAlong(lines, at);
        // A step along 15 km is 15 m, and degrees of longitude shrink by 0.1 % over the box.
        expect(Math.abs(nearest.metresFrom(at) - walked)).toBeLessThan(8 + walked * 0.002);
      },
    ),
    { numRuns: 50 },
  );
});

test('the box around all', () => {
  const { bounds } = nearestLine([
    [
      [120.9, 32],
      [121, 32.05],
    ],
    [[120.95, 32.1]],
  ])!;
  [120.9, 32, 121, 32.1].forEach((edge, i) => expect(bounds[i]).toBeCloseTo(edge, 9));
});
