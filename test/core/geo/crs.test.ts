import { describe, expect, test } from 'vitest';
import { fitsCrs, parseCrs } from '../../../src/core/geo/crs.ts';

describe('the name of a system', () => {
  test.each([
    ['EPSG:4326', 'EPSG:4326'],
    ['wgs84', 'EPSG:4326'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'],
    ['epsg:4490', 'EPSG:4490'],
    ['CGCS2000', 'EPSG:4490'],
    ['urn:ogc:def:crs:EPSG::4528', 'EPSG:4528'],
    ['urn:ogc:def:crs:EPSG:9.8.6:4528', 'EPSG:4528'],
    ['http://www.opengis.net/def/crs/EPSG/0/4549', 'EPSG:4549'],
    ['4513', 'EPSG:4513'],
    ['EPSG：4554', 'EPSG:4554'],
    ['GCJ-02', 'GCJ-02'],
    ['gcj02', 'GCJ-02'],
    ['gcj 02', 'GCJ-02'],
    ['BD-09', 'BD-09'],
    ['bd09ll', 'BD-09'],
  ])('%s', (name, meant) => {
    expect(parseCrs(name)?.name).toBe(meant);
  });

  test.each([
    '',
    'EPSG:4512',
    'EPSG:4555',
    'EPSG:3857',
    'Xian 80',
    'BD-09MC',
    'constructor',
    '__proto__',
    '452',
    'EPSG:',
  ])('%j is not known', (name) => {
    expect(parseCrs(name)).toBeNull();
  });

  test('zones follow from the codes', () => {
    expect(parseCrs('4513')).toMatchObject({ centralMeridian: 75, falseEasting: 25_500_000 });
    expect(parseCrs('4528')).toMatchObject({ centralMeridian: 120, falseEasting: 40_500_000 });
    expect(parseCrs('4533')).toMatchObject({ centralMeridian: 135, falseEasting: 45_500_000 });
    expect(parseCrs('4534')).toMatchObject({ centralMeridian: 75, falseEasting: 500_000 });
    expect(parseCrs('4549')).toMatchObject({ centralMeridian: 120, falseEasting: 500_000 });
    expect(parseCrs('4554')).toMatchObject({ centralMeridian: 135, falseEasting: 500_000 });
  });
});

test.each([
  ['EPSG:4326', 120, 32, 'fits'],
  ['EPSG:4326', 32, 120, 'swapped'],
  ['EPSG:4326', 420, 32, 'outside'],
  ['EPSG:4528', 40_500_000, 3_542_000, 'fits'],
  ['EPSG:4528', 3_542_000, 40_500_000, 'swapped'],
  ['EPSG:4528', 39_500_000, 3_542_000, 'outside'],
  ['EPSG:4549', 120, 32, 'outside'],
])('in %s, %d %d: %s', (name, x, y, fit) => {
  expect(fitsCrs(parseCrs(name)!, x, y)).toBe(fit);
});
