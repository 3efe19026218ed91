import { expect, test } from 'vitest';
import { crsIssues, unknownCrsIssue } from '../../../src/core/geo/crs-issues.ts';
import { parseCrs } from '../../../src/core/geo/crs.ts';

const CORNERS = '0,0 = 40584000,3539000; 1000,0 = 40585000,3539000';

test.each([
  ['EPSG:4326', []],
  ['EPSG:4528', []],
  ['GCJ-02', []],
  ['EPSG:3857', []],
  ['EPSG:4610', ['crs_without_datum_shift']],
  ['EPSG:2437', ['crs_without_datum_shift']],
  [`local EPSG:4528: ${CORNERS}`, ['local_grid_unchecked']],
  [`local EPSG:4528: ${CORNERS}; 0,1000 = 40584000,3540001`, ['local_grid_fitted']],
  [`local EPSG:4528: ${CORNERS}; 0,1000 = 40584000,3538000`, ['local_grid_fitted', 'local_grid_swapped']],
  [`local EPSG:2364: ${CORNERS}`, ['crs_without_datum_shift', 'local_grid_unchecked']],
])('of %s: %j', (name, codes) => {
  expect(crsIssues(parseCrs(name)!, { input: 'areas' }).map(({ code }) => code)).toEqual(codes);
});

test('a fit says how good it is', () => {
  const crs = parseCrs(`local EPSG:4528: ${CORNERS}; 1000,1000 = 40585004,3540000; 0,1000 = 40584000,3540000`)!;
  const { detail } = crsIssues(crs, {})[0]!;
  expect(detail['points']).toBe(4);
  expect(detail['rms']).toBeCloseTo(Math.SQRT2, 6);
  expect(detail['largest']).toBeCloseTo(2, 6);
});

test('an unknown system is quoted on one line, not by the page', () => {
  expect(unknownCrsIssue('EPSG:99999', {}).detail['found']).toBe('EPSG:99999');
  const found = String(unknownCrsIssue(`PROJCS["x",\n  ${'GEOGCS['.repeat(50)}`, {}).detail['found']);
  expect(found).toMatch(/^PROJCS\["x", GEOGCS\[.*…$/);
  expect(found).toHaveLength(120);
});

test.each([
  ['local EPSG:4326: 0,0 = 120,32', 'too_few_points', []],
  ['local EPSG:4326: 0,0 = 120,32; 9,9 = 121,32; 0,0 = 122,32', 'points_coincide', ['1', '3']],
  ['local town', 'malformed', []],
])('a local grid that cannot be fitted says why: %s', (text, reason, points) => {
  expect(unknownCrsIssue(text, {})).toMatchObject({
    code: 'local_grid_invalid',
    detail: { found: text, reason, points },
  });
});
