import type { Crs, LocalGridCrs, LocalGridFit, Range, TransverseMercator } from './crs.ts';
import { fitsCrs } from './fits-crs.ts';
import { projectionOf, transverseMercator } from './projection.ts';

/** A place known in the grid and in the world. */
export interface ControlPoint {
  readonly local: readonly [x: number, y: number];
  /** In the system that the control points are given in. */
  readonly world: readonly [x: number, y: number];
}

export interface LocalGridRefusal {
  readonly reason: 'malformed' | 'system_unsuitable' | 'too_few_points' | 'points_coincide' | 'point_outside_system';
  /** The control points concerned, from 1. */
  readonly points: readonly number[];
}

export type LocalGridResult =
  { readonly grid: LocalGridCrs; readonly refusal: null } | { readonly grid: null; readonly refusal: LocalGridRefusal };

/**
 * The similarity (four parameters: two of place, scale and rotation) that lays a local grid on its control points with the
 * least sum of squared distances. `system` is the one that the points' `world` is given in: degrees, GCJ-02, BD-09 or one
 * with a code. The fit is made in its plane, or for degrees in a transverse Mercator plane around the points.
 */
export function fitLocalGrid(system: Crs, points: readonly ControlPoint[]): LocalGridResult {
  if (system.kind === 'local' || system.kind === 'defined') return refused('system_unsuitable', []);
  if (points.length < 2) return refused('too_few_points', []);
  const outside = points.flatMap(({ local, world }, i) =>
    local.every(Number.isFinite) && fitsCrs(system, ...world) === 'fits' ? [] : [i + 1],
  );
  if (outside.length > 0) return refused('point_outside_system', outside);
  const { plane, places } = inPlane(system, points);
  const locals = points.map(({ local }) => local);
  const twins = coinciding(locals, 0) ?? coinciding(places, SAME_PLACE_M);
  if (twins !== null) return refused('points_coincide', twins);
  const similarity = leastSquares(locals, places);
  const scale = Math.hypot(similarity.a, similarity.b);
  if (scale === 0) return refused('points_coincide', []);
  const checked = points.length > 2;
  const residuals = checked ? residualsOf(similarity, locals, places) : points.map(() => NO_RESIDUAL);
  const rmsMetres = rms(residuals);
  const turned = locals.map(([x, y]) => [y, x] as const);
  const swappedRms = rms(residualsOf(leastSquares(turned, places), turned, places));
  return {
    grid: {
      kind: 'local',
      name: declaration(system, points),
      plane,
      ...similarity,
      range: padded(locals, FARTHEST_M / scale),
      fit: {
        scale,
        rotationDegrees: (Math.atan2(similarity.b, similarity.a) * 180) / Math.PI,
        residuals,
        rmsMetres,
        checked,
        swappedFitsBetter: checked && rmsMetres > 1 && swappedRms * MUCH_BETTER < rmsMetres,
      },
    },
    refusal: null,
  };
}

function refused(reason: LocalGridRefusal['reason'], points: readonly number[]): LocalGridResult {
  return { grid: null, refusal: { reason, points } };
}

/** Readable, and read back by `parseCrs`: `local EPSG:4326: 0,0 = 120.85,32.01; 1867,0 = 120.87,32.01`. */
function declaration({ name }: Crs, points: readonly ControlPoint[]): string {
  return `local ${name}: ${points.map(({ local, world }) => `${local.join(',')} = ${world.join(',')}`).join('; ')}`;
}

type Pair = readonly [number, number];
type Similarity = Pick<LocalGridCrs, 'a' | 'b' | 'x0' | 'y0'>;

const SAME_PLACE_M = 0.001;
/** Metres around the control points beyond which numbers cannot belong to a survey's grid. */
const FARTHEST_M = 100_000;
const MUCH_BETTER = 10;
const NO_RESIDUAL = { east: 0, north: 0, metres: 0 } as const;

function inPlane(system: Crs, points: readonly ControlPoint[]): { plane: TransverseMercator; places: Pair[] } {
  if (system.kind === 'projected') {
    const { datum, centralMeridian, originLatitude, scale, falseEasting, falseNorthing } = system;
    const plane = { datum, centralMeridian, originLatitude, scale, falseEasting, falseNorthing };
    return { plane, places: points.map(({ world }) => world) };
  }
  const projection = projectionOf(system);
  const degrees = points.map(({ world: [x, y] }): Pair => projection?.toWgs84(x, y) ?? [x, y]);
  const [centralMeridian, originLatitude] = meanOf(degrees);
  const plane: TransverseMercator = {
    datum: system.kind === 'degrees' ? system.datum : 'WGS84',
    centralMeridian,
    originLatitude,
    scale: 1,
    falseEasting: 0,
    falseNorthing: 0,
  };
  const { fromWgs84 } = transverseMercator(plane);
  return { plane, places: degrees.map(([lon, lat]) => fromWgs84(lon, lat)) };
}

function meanOf(pairs: readonly Pair[]): Pair {
  const sum = pairs.reduce<Pair>(([x, y], [dx, dy]) => [x + dx, y + dy], [0, 0]);
  return [sum[0] / pairs.length, sum[1] / pairs.length];
}

/** Two that lie no farther apart than that, from 1, or null. */
function coinciding(pairs: readonly Pair[], within: number): [number, number] | null {
  for (const [i, [x, y]] of pairs.entries()) {
    const j = pairs.findIndex((other, at) => at > i && Math.hypot(other[0] - x, other[1] - y) <= within);
    if (j >= 0) return [i + 1, j + 1];
  }
  return null;
}

/** Around the centres of both sets, where the four equations fall apart into two. */
function leastSquares(from: readonly Pair[], to: readonly Pair[]): Similarity {
  const [fromX, fromY] = meanOf(from);
  const [toX, toY] = meanOf(to);
  let along = 0;
  let across = 0;
  let square = 0;
  for (const [i, [x, y]] of from.entries()) {
    const [dx, dy] = [x - fromX, y - fromY];
    const [east, north] = [to[i]![0] - toX, to[i]![1] - toY];
    along += dx * east + dy * north;
    across += dx * north - dy * east;
    square += dx * dx + dy * dy;
  }
  const a = along / square;
  const b = across / square;
  return { a, b, x0: toX - a * fromX + b * fromY, y0: toY - b * fromX - a * fromY };
}

function residualsOf({ a, b, x0, y0 }: Similarity, from: readonly Pair[], to: readonly Pair[]) {
  return from.map(([x, y], i) => {
    const east = to[i]![0] - (x0 + a * x - b * y);
    const north = to[i]![1] - (y0 + b * x + a * y);
    return { east, north, metres: Math.hypot(east, north) };
  });
}

function rms(residuals: LocalGridFit['residuals']): number {
  return Math.sqrt(residuals.reduce((sum, { metres }) => sum + metres * metres, 0) / residuals.length);
}

function padded(pairs: readonly Pair[], by: number): Range {
  const xs = pairs.map(([x]) => x);
  const ys = pairs.map(([, y]) => y);
  return [Math.min(...xs) - by, Math.min(...ys) - by, Math.max(...xs) + by, Math.max(...ys) + by];
}
