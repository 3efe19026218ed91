import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { area as squareMetres } from '@turf/turf';
import { cellAreaM2, gatherInCells, type CellShape } from '../../../src/core/access/cells.ts';
import { contains } from '../../../src/core/geo/polygon.ts';
import { asWgs84 } from '../../../src/core/geo/geometry.ts';
import { metresAway } from '../../builders/plan-builder.ts';

const places = fc.array(
  fc.record({
    east: fc.double({ min: -3000, max: 3000, noNaN: true }),
    north: fc.double({ min: -3000, max: 3000, noNaN: true }),
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
          const polygon = asWgs84(polygonOf(ring) as never);
          const inside = list.filter((_, i) => contains(polygon, [figures.lon[i]!, figures.lat[i]!])).length;
          // A place on an edge may be drawn on either side.
          expect(Math.abs(inside - known - unknown)).toBeLessThanOrEqual(1);
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
