import gcoord from 'gcoord';
import { describe, expect, test } from 'vitest';
import { parseCrs } from '../../../src/core/geo/crs.ts';
import { greatCircleMetres } from '../../../src/core/geo/distance.ts';
import { fromWgs84 } from '../../../src/core/geo/from-wgs84.ts';
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

// cs2cs of PROJ 9.1.1, to a tenth of a millimetre: `echo '31.9801 120.8945' | cs2cs -d 4 EPSG:4326 EPSG:4528`; for the datums without
// a way to WGS84 from degrees on the same ellipsoid, `+proj=longlat +ellps=krass +to +proj=tmerc +lon_0=120 +x_0=500000 +ellps=krass`.
describe('agrees with PROJ within a millimetre', () => {
  test.each([
    ['EPSG:4528', 120.8945, 31.9801, 40584543.8856, 3539995.3325],
    ['EPSG:4549', 120.8945, 31.9801, 584543.8856, 3539995.3325],
    ['EPSG:4498', 120.8945, 31.9801, 20868208.3515, 3546279.7542],
    ['EPSG:4509', 120.8945, 31.9801, 868208.3515, 3546279.7542],
    ['EPSG:2364', 120.8945, 31.9801, 40584543.9254, 3539996.9824],
    ['EPSG:2437', 120.8945, 31.9801, 584545.3058, 3540058.1926],
    ['EPSG:21421', 120.8945, 31.9801, 21300978.5727, 3541645.9185],
    ['EPSG:32651', 120.8945, 31.9801, 301061.5231, 3540166.3987],
    ['EPSG:32756', 151.2093, -33.8688, 334368.6336, 6250948.3454],
    ['EPSG:3826', 121.5637, 25.0375, 306883.1862, 2770049.5677],
    ['EPSG:3414', 103.8198, 1.3521, 26495.5349, 37133.8685],
    ['EPSG:3857', 120.8945, 31.9801, 13457914.1797, 3760698.7263],
  ])('%s at %d, %d', (crs, lon, lat, x, y) => {
    expect(greatCircleMetres(convert(crs, x, y), [lon, lat])).toBeLessThan(0.001);
    const there = fromWgs84(parseCrs(crs)!)!(lon, lat);
    expect(Math.hypot(there[0] - x, there[1] - y)).toBeLessThan(0.001);
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
    const shift = fromWgs84(parseCrs(crs)!)!;
    expect(pairs.filter((pair) => greatCircleMetres(shift(...pair.WGS84), pair[column]) >= 1)).toEqual([]);
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
