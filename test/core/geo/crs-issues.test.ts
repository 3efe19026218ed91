import { expect, test } from 'vitest';
import { crsIssues } from '../../../src/core/geo/crs-issues.ts';
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
