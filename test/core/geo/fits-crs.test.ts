import { expect, test } from 'vitest';
import { parseCrs } from '../../../src/core/geo/crs.ts';
import { fitsCrs } from '../../../src/core/geo/fits-crs.ts';

test.each([
  ['EPSG:4326', 120, 32, 'fits'],
  ['EPSG:4326', 32, 120, 'swapped'],
  ['EPSG:4326', 420, 32, 'outside'],
  ['EPSG:4528', 40_500_000, 3_542_000, 'fits'],
  ['EPSG:4528', 3_542_000, 40_500_000, 'swapped'],
  ['EPSG:4528', 39_500_000, 3_542_000, 'outside'],
  ['EPSG:4549', 120, 32, 'outside'],
  ['EPSG:4498', 20_868_208, 3_546_279, 'fits'],
  ['EPSG:4498', 40_584_543, 3_539_995, 'outside'],
  ['EPSG:32756', 334_368, 6_250_948, 'fits'],
  ['EPSG:32651', 301_061, 9_999_999, 'outside'],
  ['EPSG:3414', 26_495, 37_133, 'fits'],
  ['EPSG:3414', 103.8, 1.3, 'fits'],
  ['EPSG:3414', 584_543, 3_539_995, 'outside'],
  ['EPSG:3826', 306_883, 2_770_049, 'fits'],
  ['EPSG:3826', 2_770_049, 306_883, 'swapped'],
  ['EPSG:3857', 13_457_914, 3_760_698, 'fits'],
  ['EPSG:3857', 120.9, 32, 'outside'],
  ['EPSG:3857', 120, 20_100_000, 'outside'],
  ['EPSG:4528', NaN, 3_542_000, 'outside'],
])('in %s, %d %d: %s', (name, x, y, fit) => {
  expect(fitsCrs(parseCrs(name)!, x, y)).toBe(fit);
});
