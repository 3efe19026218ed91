import { describe, expect, test } from 'vitest';
import { inDegrees, KNOWN_CRS, parseCrs } from '../../../src/core/geo/crs.ts';

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
    ['Xian 80', 'EPSG:4610'],
    ['beijing_1954', 'EPSG:4214'],
    ['EPSG:3857', 'EPSG:3857'],
    ['900913', 'EPSG:3857'],
    ['CGCS2000 / 3-degree Gauss-Kruger zone 40', 'EPSG:4528'],
    ['CGCS2000_3_Degree_GK_CM_120E', 'EPSG:4549'],
    ['Xian_1980_GK_Zone_20', 'EPSG:2334'],
    ['WGS 84 / UTM zone 51N', 'EPSG:32651'],
    ['EPSG:32651', 'EPSG:32651'],
    ['urn:ogc:def:crs:EPSG::21421', 'EPSG:21421'],
    ['SVY21 / Singapore TM', 'EPSG:3414'],
  ])('%s', (name, meant) => {
    expect(parseCrs(name)?.name).toBe(meant);
  });

  test.each([
    '',
    'EPSG:4555',
    'EPSG:32661',
    'EPSG:2193',
    'Pulkovo 42',
    'BD-09MC',
    'local',
    'local town',
    'local EPSG:4326:',
    'PROJCS[',
    '{"type":"FeatureCollection"}',
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

  // The first and last code of each family of zones in the EPSG registry.
  test.each([
    [4491, 'CGCS2000', 75, 13_500_000],
    [4501, 'CGCS2000', 135, 23_500_000],
    [4502, 'CGCS2000', 75, 500_000],
    [4512, 'CGCS2000', 135, 500_000],
    [2327, 'Xian 1980', 75, 13_500_000],
    [2348, 'Xian 1980', 135, 500_000],
    [2349, 'Xian 1980', 75, 25_500_000],
    [2390, 'Xian 1980', 135, 500_000],
    [21413, 'Beijing 1954', 75, 13_500_000],
    [21463, 'Beijing 1954', 135, 500_000],
    [2401, 'Beijing 1954', 75, 25_500_000],
    [2442, 'Beijing 1954', 135, 500_000],
    [32601, 'WGS84', -177, 500_000],
    [32760, 'WGS84', 177, 500_000],
  ])('EPSG:%d is on %s at %d° E', (code, datum, centralMeridian, falseEasting) => {
    expect(parseCrs(String(code))).toMatchObject({ datum, centralMeridian, falseEasting });
  });
});

test('what messages offer is known', () => {
  for (const offered of KNOWN_CRS.flatMap((name) => name.split('…'))) expect(parseCrs(offered)?.name).toBe(offered);
});

test.each([
  ['EPSG:4610', true],
  ['GCJ-02', true],
  ['EPSG:3857', false],
  ['EPSG:4528', false],
])('%s in degrees: %s', (name, degrees) => {
  expect(inDegrees(parseCrs(name)!)).toBe(degrees);
});
