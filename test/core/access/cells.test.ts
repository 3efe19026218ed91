import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { area as squareMetres } from '@turf/turf';
import { cellAreaM2, gatherInCells, type CellShape } from '../../../src/core/access/cells.ts';
import { contains } from '../../../src/core/geo/polygon.ts';
import { asWgs84 } from '../../../src/core/geo/geometry.ts';
import { metresAway } from '../../builders/plan-builder.ts';

const places = fc.array(
  fc.record({
    east: fc.integer({ min: -3000, max: 3000 }),
    north: fc.integer({ min: -3000, max: 3000 }),
    persons: fc.option(fc.nat(500), { nil: NaN }),
  }),
  { minLength: 1, maxLength: 60 },
);
const shapes = fc.constantFrom<CellShape>('hexagon', 'grid');

function figuresOf(list: readonly { east: number; north: number; persons: number }[]) {
  const at = list.map(({ east, north }) => metresAway(east, north));
  return {
    lon: Float64Array.from(at, ([lon]) => lon),
    lat: Float64Array.from(at, ([, lat]) => lat),
    figure: Float64Array.from(list, ({ persons }) => persons),
    base: null,
  };
}

/** A ring drawn in or out from its middle. */
function scaled(ring: readonly (readonly [number, number])[], scale: number): (readonly [number, number])[] {
  const corners = ring.slice(1);
  const [x, y] = [0, 1].map((axis) => corners.reduce((sum, at) => sum + at[axis]!, 0) / corners.length) as [
    number,
    number,
  ];
  return ring.map(([lon, lat]) => [x + (lon - x) * scale, y + (lat - y) * scale] as const);
}

const polygonOf = (ring: readonly (readonly [number, number])[]) =>
  ({ type: 'Polygon', coordinates: [ring.map((at) => [...at])] }) as const;

describe('figures gathered in cells', () => {
  it('add up to the figures of the places, each counted once, the unknown ones apart', () => {
    fc.assert(
      fc.property(places, shapes, fc.constantFrom(150, 250, 1000), (list, shape, width) => {
        const cells = gatherInCells(figuresOf(list), shape, width);
        const knownOnes = list.filter(({ persons }) => !Number.isNaN(persons));
        const sum = (of: (cell: (typeof cells)[number]) => number) =>
          cells.reduce((total, cell) => total + of(cell), 0);
        expect(sum(({ figure }) => figure)).toBeCloseTo(
          knownOnes.reduce((total, { persons }) => total + persons, 0),
          6,
        );
        expect(sum(({ known }) => known)).toBe(knownOnes.length);
        expect(sum(({ unknown }) => unknown)).toBe(list.length - knownOnes.length);
      }),
    );
  });

  it('lie in the cell that is drawn: each holds as many places as it counts', () => {
    fc.assert(
      fc.property(places, shapes, (list, shape) => {
        const figures = figuresOf(list);
        for (const { ring, known, unknown } of gatherInCells(figures, shape, 250)) {
          // A place on an edge may be drawn on either side.
          const inside = (scale: number): number => {
            const polygon = asWgs84(polygonOf(scaled(ring, scale)) as never);
            return list.filter((_, i) => contains(polygon, [figures.lon[i]!, figures.lat[i]!])).length;
          };
          expect(known + unknown).toBeGreaterThanOrEqual(inside(0.9999));
          expect(known + unknown).toBeLessThanOrEqual(inside(1.0001));
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each(['hexagon', 'grid'] as const)('cover the ground that a %s is said to cover', (shape) => {
    const [cell] = gatherInCells(figuresOf([{ east: 0, north: 0, persons: 1 }]), shape, 250);
    const measured = squareMetres(polygonOf(cell!.ring) as never);
    expect(measured / cellAreaM2(shape, 250)).toBeCloseTo(1, 2);
  });

  it('of nothing are none', () => {
    expect(gatherInCells(figuresOf([]), 'hexagon', 250)).toEqual([]);
  });
});
