import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import type { MultiPolygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { asWgs84 } from '../../../src/core/geo/geometry.ts';
import { contains } from '../../../src/core/geo/polygon.ts';

/** A star around a middle: any radii make a ring that does not cross itself. */
const star = fc
  .tuple(
    fc.integer({ min: -4, max: 4 }),
    fc.integer({ min: -4, max: 4 }),
    fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 3, maxLength: 9 }),
  )
  .map(([x, y, radii]) => {
    const corners = radii.map((radius, i): Position => {
      const angle = (2 * Math.PI * i) / radii.length;
      return [x + Math.round(radius * Math.cos(angle) * 2) / 2, y + Math.round(radius * Math.sin(angle) * 2) / 2];
    });
    return [...corners, corners[0]!];
  });

describe('a polygon and a position', () => {
  it('hold each other as exact arithmetic finds: inside, outside, on borders and at corners', () => {
    const at = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }));
    fc.assert(
      fc.property(
        fc.array(star, { minLength: 1, maxLength: 3 }),
        at,
        fc.constantFrom(0, 1e-15, 0.013),
        (rings, [x, y], off) => {
          const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) };
          const position: [number, number] = [x / 4 + off, y / 4];
          expect(contains(asWgs84(geometry), position)).toBe(booleanPointInPolygon(position, geometry));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('are apart in a hole, and together on its border', () => {
    const square = (from: number, to: number): Position[] => [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
      [from, from],
    ];
    const ring = asWgs84({ type: 'Polygon', coordinates: [square(0, 10), square(4, 6)] });
    expect(contains(ring, [5, 5])).toBe(false);
    expect(contains(ring, [4, 5])).toBe(true);
    expect(contains(ring, [2, 5])).toBe(true);
  });
});
