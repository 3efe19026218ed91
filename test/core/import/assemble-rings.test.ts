import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { assembleRings } from '../../../src/core/import/assemble-rings.ts';

/** A square ring; clockwise encloses in a Shapefile. */
function square(x: number, y: number, size: number, clockwise = true): Position[] {
  const ring = [
    [x, y],
    [x, y + size],
    [x + size, y + size],
    [x + size, y],
    [x, y],
  ];
  return clockwise ? ring : ring.toReversed();
}

describe('a Shapefile’s rings', () => {
  it('a hole lies in the smallest ring that holds it', () => {
    const [outer, island] = [square(0, 0, 10), square(3, 3, 4)];
    const [lake, pond] = [square(2, 2, 6, false), square(4, 4, 1, false)];
    expect(assembleRings([pond, outer, lake, island])).toEqual({
      type: 'MultiPolygon',
      coordinates: [
        [island, pond],
        [outer, lake],
      ],
    });
  });

  it('a hole in nothing is a polygon of its own', () => {
    const [outer, astray] = [square(0, 0, 2), square(50, 50, 1, false)];
    const far = square(20, 20, 2);
    expect(assembleRings([outer, far, astray]).coordinates).toHaveLength(3);
  });

  it('rings that all turn the wrong way are read the other way round', () => {
    const ring = square(0, 0, 2, false);
    expect(assembleRings([ring])).toEqual({ type: 'Polygon', coordinates: [ring] });
  });

  it('no ring is lost', () => {
    const ring = fc
      .tuple(
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
      )
      .map((parts) => square(...parts));
    fc.assert(
      fc.property(fc.array(ring, { minLength: 1, maxLength: 12 }), (rings) => {
        const { type, coordinates } = assembleRings(rings);
        const out = type === 'Polygon' ? coordinates : coordinates.flat();
        expect(new Set(out)).toEqual(new Set(rings));
        expect(out).toHaveLength(rings.length);
      }),
    );
  });
});
