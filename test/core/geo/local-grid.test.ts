import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCrs, type LocalGridCrs } from '../../../src/core/geo/crs.ts';
import { greatCircleMetres } from '../../../src/core/geo/distance.ts';
import { fitsCrs } from '../../../src/core/geo/fits-crs.ts';
import { fromWgs84 } from '../../../src/core/geo/from-wgs84.ts';
import { fitLocalGrid, type ControlPoint } from '../../../src/core/geo/local-grid.ts';
import { toWgs84 } from '../../../src/core/geo/to-wgs84.ts';

const ZONE_40 = parseCrs('EPSG:4528')!;
const DEGREES = parseCrs('EPSG:4326')!;

/** A grid of that scale and turn at 40 584 000 E, 3 539 000 N. */
function placed(scale: number, degrees: number, local: readonly [number, number]): [number, number] {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [x, y] = local;
  return [40_584_000 + scale * (cos * x - sin * y), 3_539_000 + scale * (sin * x + cos * y)];
}

function fitted(points: readonly ControlPoint[], system = ZONE_40): LocalGridCrs {
  const { grid, refusal } = fitLocalGrid(system, points);
  expect(refusal).toBeNull();
  return grid!;
}

describe('the fit', () => {
  const corner = fc.tuple(
    fc.double({ min: -5000, max: 5000, noNaN: true }),
    fc.double({ min: -5000, max: 5000, noNaN: true }),
  );

  test('finds any scale, turn and place exactly', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(corner, {
          minLength: 2,
          maxLength: 8,
          comparator: ([ax, ay], [bx, by]) => Math.hypot(ax - bx, ay - by) < 50,
        }),
        fc.double({ min: 0.3, max: 3, noNaN: true }),
        fc.double({ min: -179, max: 179, noNaN: true }),
        (corners, scale, turn) => {
          const grid = fitted(corners.map((local) => ({ local, world: placed(scale, turn, local) })));
          expect(grid.fit.scale).toBeCloseTo(scale, 6);
          expect(grid.fit.rotationDegrees).toBeCloseTo(turn, 4);
          expect(grid.fit.rmsMetres).toBeLessThan(1e-6);
          const [x, y] = placed(scale, turn, [1234.5, -678.9]);
          const there = toWgs84(grid)!(1234.5, -678.9);
          expect(greatCircleMetres(there, toWgs84(ZONE_40)!(x, y))).toBeLessThan(0.01);
          const back = fromWgs84(grid)!(...there);
          expect(Math.hypot(back[0] - 1234.5, back[1] + 678.9)).toBeLessThan(0.001);
        },
      ),
    );
  });

  test('the residuals of a square with one corner 4 m off', () => {
    // Four equal errors of a metre each: the best similarity takes a quarter of the shift, a quarter of turn and scale.
    const square: readonly (readonly [number, number])[] = [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
    ];
    const points = square.map((local, i) => {
      const [east, north] = placed(1, 0, local);
      return { local, world: [east + (i === 2 ? 4 : 0), north] as const };
    });
    const { fit } = fitted(points);
    expect(fit.checked).toBe(true);
    expect(fit.residuals.map(({ metres }) => metres)).toEqual([
      expect.closeTo(0, 6),
      expect.closeTo(Math.SQRT2, 6),
      expect.closeTo(2, 6),
      expect.closeTo(Math.SQRT2, 6),
    ]);
    expect(fit.rmsMetres).toBeCloseTo(Math.sqrt((2 + 4 + 2) / 4), 6);
    expect(fit.residuals.reduce((sum, { east }) => sum + east, 0)).toBeCloseTo(0, 6);
    expect(fit.residuals.reduce((sum, { north }) => sum + north, 0)).toBeCloseTo(0, 6);
  });

  test('two points fit exactly, whatever they are, and that is said', () => {
    const wrong = fitted([
      { local: [0, 0], world: [40_584_000, 3_539_000] },
      { local: [100, 0], world: [40_584_000, 3_538_000] },
    ]);
    expect(wrong.fit).toMatchObject({ checked: false, rmsMetres: 0, swappedFitsBetter: false });
    expect(wrong.fit.residuals).toEqual([
      { east: 0, north: 0, metres: 0 },
      { east: 0, north: 0, metres: 0 },
    ]);
    expect(wrong.fit.scale).toBeCloseTo(10, 9);
    expect(wrong.fit.rotationDegrees).toBeCloseTo(-90, 9);
  });

  test('north before east is noticed', () => {
    const corners: readonly [number, number][] = [
      [0, 0],
      [900, 100],
      [300, 800],
    ];
    const points = corners.map(([x, y]) => ({ local: [y, x] as const, world: placed(1, 10, [x, y]) }));
    expect(fitted(points).fit.swappedFitsBetter).toBe(true);
  });

  test.each(['EPSG:4326', 'EPSG:4490', 'GCJ-02', 'BD-09', 'EPSG:3857'])('control points in %s', (name) => {
    const system = parseCrs(name)!;
    const convert = fromWgs84(system);
    const corners: readonly [number, number][] = [
      [0, 0],
      [2000, 0],
      [0, 1500],
      [2000, 1500],
    ];
    const lonLat = (local: readonly [number, number]) => toWgs84(ZONE_40)!(...placed(1, 15, local));
    const points = corners.map((local) => {
      const [lon, lat] = lonLat(local);
      return { local, world: convert === null ? ([lon, lat] as const) : convert(lon, lat) };
    });
    const grid = fitted(points, system);
    // At 84 km from its meridian zone 40 is 87 parts in a million too large.
    expect(grid.fit.scale).toBeCloseTo(1 - 87e-6, 5);
    expect(grid.fit.rmsMetres).toBeLessThan(0.01);
    expect(greatCircleMetres(toWgs84(grid)!(1000, 700), lonLat([1000, 700]))).toBeLessThan(0.01);
  });

  test('numbers far from the control points do not fit', () => {
    const grid = fitted(
      [
        { local: [0, 0], world: [120.85, 32.01] },
        { local: [1867, 0], world: [120.8697, 32.01] },
      ],
      DEGREES,
    );
    expect(fitsCrs(grid, 500, 2768)).toBe('fits');
    expect(fitsCrs(grid, 584_543, 3_539_995)).toBe('outside');
  });
});

describe('the refusal', () => {
  const at = (x: number, y: number, lon: number, lat: number): ControlPoint => ({ local: [x, y], world: [lon, lat] });

  test.each([
    ['one point', DEGREES, [at(0, 0, 120, 32)], 'too_few_points', []],
    ['one place of the grid twice', DEGREES, [at(0, 0, 120, 32), at(0, 0, 120.1, 32)], 'points_coincide', [1, 2]],
    [
      'one place of the world twice',
      DEGREES,
      [at(0, 0, 120, 32), at(9, 9, 121, 32), at(5, 0, 120, 32)],
      'points_coincide',
      [1, 3],
    ],
    ['no degrees', DEGREES, [at(0, 0, 120, 32), at(5, 0, 420, 32)], 'point_outside_system', [2]],
    ['no number', DEGREES, [at(NaN, 0, 120, 32), at(5, 0, 120.1, 32)], 'point_outside_system', [1]],
    [
      'a grid on a grid',
      parseCrs('local EPSG:4326: 0,0 = 120,32; 9,0 = 120.1,32')!,
      [at(0, 0, 1, 1), at(1, 1, 2, 2)],
      'system_unsuitable',
      [],
    ],
  ] as const)('%s', (_, system, points, reason, which) => {
    expect(fitLocalGrid(system, points)).toEqual({ grid: null, refusal: { reason, points: which } });
  });
});
