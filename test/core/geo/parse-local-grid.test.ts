import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCrs } from '../../../src/core/geo/crs.ts';
import { fitLocalGrid } from '../../../src/core/geo/local-grid.ts';
import { parseLocalGrid } from '../../../src/core/geo/parse-local-grid.ts';

const DECLARATION = 'local EPSG:4326: 0,0 = 120.85,32.01; 1867,0 = 120.8697,32.01; 0,2768 = 120.85,32.035';

test('a declaration is read and printed back the same', () => {
  const crs = parseCrs(DECLARATION)!;
  expect(crs.kind).toBe('local');
  expect(crs.name).toBe(DECLARATION);
  expect(parseCrs(crs.name)).toEqual(crs);
});

test.each([
  DECLARATION.toUpperCase().replace('LOCAL', 'Local'),
  '  local WGS84 : 0 0=120.85 32.01;1867 0=120.8697 32.01 ; 0 2768 = 120.85 32.035;',
  'local　EPSG：4326：0，0＝120.85，32.01；1867，0＝120.8697，32.01；0，2768＝120.85，32.035',
])('leniently: %s', (text) => {
  expect(parseCrs(text)?.name).toBe(DECLARATION);
});

test('whatever is fitted can be declared', () => {
  const number = (size: number) => fc.double({ min: -size, max: size, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(number(9000), number(9000), number(179), number(80)), { minLength: 2, maxLength: 5 }),
      (rows) => {
        const points = rows.map(([x, y, lon, lat]) => ({ local: [x, y], world: [lon, lat] }) as const);
        const { grid } = fitLocalGrid(parseCrs('EPSG:4490')!, points);
        if (grid !== null) expect(parseCrs(grid.name)).toEqual(grid);
      },
    ),
  );
});

test.each([
  ['local EPSG:99999: 0,0 = 120,32; 1,0 = 120.1,32', 'malformed'],
  ['local EPSG:4326: 0,0 = 120; 1,0 = 120.1,32', 'malformed'],
  ['local EPSG:4326: 0,0 = 120,32 = 5,5; 1,0 = 120.1,32', 'malformed'],
  ['local EPSG:4326: 0,0 = 120,north; 1,0 = 120.1,32', 'malformed'],
  ['local town', 'malformed'],
  ['local EPSG:4326: 0,0 = 120,32', 'too_few_points'],
  ['local EPSG:4326: 0,0 = 120,32; 0,0 = 121,32', 'points_coincide'],
])('%s is refused: %s', (text, reason) => {
  expect(parseLocalGrid(text, parseCrs).refusal?.reason).toBe(reason);
  expect(parseCrs(text)).toBeNull();
});
