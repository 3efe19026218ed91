import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Crs } from '../../../src/core/geo/crs.ts';
import { greatCircleMetres } from '../../../src/core/geo/distance.ts';
import { fitsCrs } from '../../../src/core/geo/fits-crs.ts';
import { fromWgs84 } from '../../../src/core/geo/from-wgs84.ts';
import { KNOWN } from '../../../src/core/geo/known-crs.ts';
import { toWgs84 } from '../../../src/core/geo/to-wgs84.ts';

function millimetresOff(crs: Crs, lon: number, lat: number): number {
  const [x, y] = fromWgs84(crs)!(lon, lat);
  expect(fitsCrs(crs, x, y)).toBe('fits');
  return greatCircleMetres(toWgs84(crs)!(x, y), [lon, lat]) * 1000;
}

/** Degrees east and north of its origin within which a system is meant to be used. */
function zoneOf(crs: Extract<Crs, { kind: 'projected' }>): { east: number; south: number; north: number } {
  if (crs.name === 'EPSG:3414') return { east: 0.3, south: -0.2, north: 0.2 };
  if (crs.name === 'EPSG:3826') return { east: 1.5, south: 21, north: 26 };
  return crs.falseNorthing > 0 ? { east: 3, south: -79, north: -1 } : { east: 3, south: 1, north: 60 };
}

describe('there and back', () => {
  const projected = KNOWN.flatMap(({ crs }) => (crs.kind === 'projected' ? [crs] : []));
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  test('less than a millimetre in every projected system within its zone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...projected), fc.double({ min: -1, max: 1, noNaN: true }), share, (crs, e, n) => {
        const { east, south, north } = zoneOf(crs);
        const lat = crs.originLatitude + south + n * (north - south);
        // A zone is as wide in metres at its southern edge; farther north its degrees span less.
        expect(millimetresOff(crs, crs.centralMeridian + e * east, lat)).toBeLessThan(1);
      }),
    );
  });

  test.each(['GCJ-02', 'BD-09'] as const)('less than a millimetre in %s anywhere in China', (name) => {
    fc.assert(
      fc.property(share, share, (e, n) => {
        expect(millimetresOff({ kind: 'shifted', name }, 75 + e * 58, 19 + n * 33)).toBeLessThan(1);
      }),
    );
  });

  test('nothing to convert for degrees', () => {
    for (const { crs } of KNOWN) expect(fromWgs84(crs) === null).toBe(crs.kind === 'degrees');
  });
});
