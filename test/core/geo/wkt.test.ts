import { expect, test } from 'vitest';
import { parseWkt } from '../../../src/core/geo/wkt.ts';

test.each([
  ['POINT (120.5 32)', 'Point', [120.5, 32]],
  ['point z(120 32 7)', 'Point', [120, 32, 7]],
  ['POINTZ(120 32 7)', 'Point', [120, 32, 7]],
  ['POINT ZM (1 2 3 4)', 'Point', [1, 2, 3, 4]],
  ['  POINT(-1e1 +2.5)  ', 'Point', [-10, 2.5]],
  [
    'LINESTRING (0 0, 1 1)',
    'LineString',
    [
      [0, 0],
      [1, 1],
    ],
  ],
  ['MULTIPOINT ((0 0), (1 1))', 'MultiPoint', [[[0, 0]], [[1, 1]]]],
  [
    'POLYGON ((0 0, 1 0, 1 1, 0 0),(0.1 0.1,0.2 0.1,0.2 0.2,0.1 0.1))',
    'Polygon',
    [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
      [
        [0.1, 0.1],
        [0.2, 0.1],
        [0.2, 0.2],
        [0.1, 0.1],
      ],
    ],
  ],
  [
    'MULTIPOLYGON (((0 0,\n1 0, 1 1, 0 0)))',
    'MultiPolygon',
    [
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    ],
  ],
])('%s', (text, type, coordinates) => {
  expect(parseWkt(text)).toEqual({ geometry: { type, coordinates }, srid: null });
});

test('EWKT names its system', () => {
  expect(parseWkt('SRID=4490; POINT (120 32)')).toEqual({
    geometry: { type: 'Point', coordinates: [120, 32] },
    srid: '4490',
  });
});

test('an empty geometry is none, a collection is named', () => {
  expect(parseWkt('POLYGON EMPTY')).toEqual({ geometry: null, srid: null });
  expect(parseWkt('GEOMETRYCOLLECTION (POINT (1 2))')?.geometry?.type).toBe('GeometryCollection');
});

test.each([
  '',
  'POINT',
  'POINT (1)',
  'POINT (1 a)',
  'POINT (1 2',
  'POINT (1 2))',
  'POINT (1 2) x',
  'POINT (1 2, 3 4)',
  'CIRCLE (1 2)',
  '甲小区',
  'POLYGON ((0 0, 1 1',
])('%j is no well-known text', (text) => {
  expect(parseWkt(text)).toBeNull();
});
