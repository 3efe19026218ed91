import gcoord from 'gcoord';
import { describe, expect, test } from 'vitest';
import { parseCrs } from '../../../src/core/geo/crs.ts';
import { greatCircleMetres } from '../../../src/core/geo/distance.ts';
import type { LonLat } from '../../../src/core/geo/geometry.ts';
import { toWgs84 } from '../../../src/core/geo/to-wgs84.ts';
import { readTable } from '../../builders/read-text-table.ts';
import { describeWithShared, readShared } from '../../shared.ts';

const convert = (crs: string, x: number, y: number): LonLat => toWgs84(parseCrs(crs)!)!(x, y);

describe('Gauss-Krüger', () => {
  test('on the central meridian, northing is the length of the meridian', () => {
    // GRS80 meridian arc from the equator to 30° N: 3 320 113.398 m (series of Helmert).
    const [lon, lat] = convert('EPSG:4528', 40_500_000, 3_320_113.398);
    expect(lon).toBeCloseTo(120, 9);
    expect(lat).toBeCloseTo(30, 8);
  });

  test('zones with and without number agree, and degrees need nothing', () => {
    expect(convert('EPSG:4549', 586_000, 3_545_000)).toEqual(convert('EPSG:4528', 40_586_000, 3_545_000));
    expect(convert('EPSG:4549', 586_000, 3_545_000)[0]).toBeGreaterThan(120.9);
    expect(toWgs84(parseCrs('EPSG:4490')!)).toBeNull();
  });
});

describe('GCJ-02 and BD-09', () => {
  const systems = [
    ['GCJ-02', gcoord.GCJ02],
    ['BD-09', gcoord.BD09],
  ] as const;

  test.each(systems)('%s comes back within a millimetre', (crs, system) => {
    for (let lon = 75; lon <= 134; lon += 3.7) {
      for (let lat = 19; lat <= 53; lat += 2.3) {
        const shifted = gcoord.transform([lon, lat] as [number, number], gcoord.WGS84, system);
        expect(greatCircleMetres(convert(crs, shifted[0], shifted[1]), [lon, lat])).toBeLessThan(0.001);
      }
    }
  });
});

interface Pair {
  name: string;
  WGS84: [number, number];
  GCJ02: [number, number];
  BD09: [number, number];
}

describeWithShared('published pairs', 'data/formats/crs/gcj02-pairs.json', () => {
  const pairs = JSON.parse(readShared('data/formats/crs/gcj02-pairs.json')) as Pair[];

  // The published GCJ-02 lies 0.64–0.71 m north-east of the formula everywhere (some 0.48 m on either axis), which is its own
  // way of rounding; against a shift of 100–700 m, and a walk, a metre does not matter.
  test.each([
    ['GCJ-02', 'GCJ02'],
    ['BD-09', 'BD09'],
  ] as const)('%s agrees with the published positions of thirty cities within a metre', (crs, column) => {
    expect(pairs.length).toBeGreaterThanOrEqual(30);
    const far = pairs.filter((pair) => greatCircleMetres(convert(crs, ...pair[column]), pair.WGS84) >= 1);
    expect(far).toEqual([]);
  });

  // Positions are written to seven decimals, a centimetre.
  test('both systems lead to the same place within two centimetres', () => {
    const apart = pairs.filter(
      ({ GCJ02, BD09 }) => greatCircleMetres(convert('GCJ-02', ...GCJ02), convert('BD-09', ...BD09)) >= 0.02,
    );
    expect(apart).toEqual([]);
  });
});

describeWithShared('GeoJSON in local metres that claims degrees', 'data/formats/crs/hlg.geojson', () => {
  test.each(['hlg.geojson', 'dhm.geojson'])('%s is refused', (name) => {
    const bytes = new TextEncoder().encode(readShared(`data/formats/crs/${name}`));
    for (const role of ['areas', 'facilities'] as const) {
      const { table, issues } = readTable({ file: { name, bytes }, role });
      expect(table).toBeNull();
      expect(issues.map(({ code }) => code)).toContain('crs_not_degrees');
    }
  });
});
