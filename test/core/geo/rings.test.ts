import { expect, it } from 'vitest';
import type { MultiPolygon } from 'geojson';
import { ringsOf, withRings } from '../../../src/core/geo/rings.ts';

const ring = (from: number) => [
  [from, 0],
  [from + 1, 0],
  [from, 1],
  [from, 0],
];
const shape: MultiPolygon = { type: 'MultiPolygon', coordinates: [[ring(0), ring(1)], [ring(5)]] };

it('takes a shape apart and puts it together again, outlines and holes where they were', () => {
  expect(ringsOf(shape)).toEqual([ring(0), ring(1), ring(5)]);
  expect(withRings(shape, ringsOf(shape))).toEqual(shape);
  expect(withRings(shape, [ring(0), ring(9), ring(5)])).toEqual({
    type: 'MultiPolygon',
    coordinates: [[ring(0), ring(9)], [ring(5)]],
  });
});
