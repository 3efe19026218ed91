import { expect, test } from 'vitest';
import { parseCrs } from '../../src/core/geo/crs.ts';
import { greatCircleMetres } from '../../src/core/geo/distance.ts';
import { fromWgs84 } from '../../src/core/geo/from-wgs84.ts';
import { toWgs84 } from '../../src/core/geo/to-wgs84.ts';
import { describeWithShared, readShared } from '../shared.ts';

const FILE = 'data/singapore/ELDERCARE.geojson';

interface Place {
  readonly properties: { readonly X_ADDR: number; readonly Y_ADDR: number };
  readonly geometry: { readonly coordinates: readonly [number, number] };
}

describeWithShared('elder-care places of Singapore, each in degrees and in SVY21', FILE, () => {
  const { features } = JSON.parse(readShared(FILE)) as { features: Place[] };
  const svy21 = parseCrs('SVY21 / Singapore TM')!;

  test('the two agree within 0.1 m, both ways', () => {
    expect(features).toHaveLength(130);
    for (const { properties, geometry } of features) {
      const [x, y] = [properties.X_ADDR, properties.Y_ADDR];
      expect(greatCircleMetres(toWgs84(svy21)!(x, y), geometry.coordinates)).toBeLessThan(0.1);
      const there = fromWgs84(svy21)!(...geometry.coordinates);
      expect(Math.hypot(there[0] - x, there[1] - y)).toBeLessThan(0.1);
    }
  });
});
