import { metresPerDegree } from '../geo/distance.ts';
import type { PlaceGeometry } from '../geo/geometry.ts';
import { boundsOf, gridInside } from '../geo/polygon.ts';
import type { Area } from '../plan/plan.ts';
import type { Origins } from './reach.ts';

/** Places that stand for the people of areas, dense enough to fill cells: flat arrays of one length. */
export interface SpreadPlaces {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Position of the area, and of the origin of its own that lies nearest. */
  readonly area: Uint32Array;
  readonly origin: Uint32Array;
  /** Share of the area's people: those of one area add up to 1. */
  readonly share: Float64Array;
}

/** Places a cell is wide: fewer would leave holes between the cells of a large area. */
const PER_CELL = 2.5;

/**
 * The origins of each area, or, where they lie farther apart than cells of `cellM` metres, even places inside its polygon:
 * an area's origins are few however large it is, and people are taken to live evenly in it.
 * `areas` in the order of the origins.
 */
export function spreadPlaces(areas: readonly Area[], origins: Origins, cellM: number): SpreadPlaces {
  const lon: number[] = [];
  const lat: number[] = [];
  const area: number[] = [];
  const origin: number[] = [];
  const share: number[] = [];
  for (const [a, { geometry }] of areas.entries()) {
    const from = origins.start[a]!;
    const to = origins.start[a + 1]!;
    const even = origins.basis[a] === 'sampled' && geometry && geometry.type !== 'Point' ? evenly(geometry, cellM) : [];
    if (even.length > to - from) {
      for (const at of even) {
        lon.push(at[0]);
        lat.push(at[1]);
        area.push(a);
        origin.push(nearestOrigin(origins, from, to, at));
        share.push(1 / even.length);
      }
      continue;
    }
    for (let i = from; i < to; i++) {
      lon.push(origins.lon[i]!);
      lat.push(origins.lat[i]!);
      area.push(a);
      origin.push(i);
      share.push(origins.weight[i]!);
    }
  }
  return {
    lon: Float64Array.from(lon),
    lat: Float64Array.from(lat),
    area: Uint32Array.from(area),
    origin: Uint32Array.from(origin),
    share: Float64Array.from(share),
  };
}

function evenly(
  geometry: Exclude<PlaceGeometry, { type: 'Point' }>,
  cellM: number,
): readonly (readonly [number, number])[] {
  const bounds = boundsOf(geometry);
  const [west, south, east, north] = bounds;
  const { perLon, perLat } = metresPerDegree((south + north) / 2);
  const spacing = cellM / PER_CELL;
  const columns = Math.ceil(((east - west) * perLon) / spacing);
  const rows = Math.ceil(((north - south) * perLat) / spacing);
  return gridInside(geometry, bounds, Math.max(1, columns), Math.max(1, rows));
}

function nearestOrigin({ lon, lat }: Origins, from: number, to: number, at: readonly [number, number]): number {
  const { perLon, perLat } = metresPerDegree(at[1]);
  let nearest = from;
  let least = Infinity;
  for (let i = from; i < to; i++) {
    const x = (lon[i]! - at[0]) * perLon;
    const y = (lat[i]! - at[1]) * perLat;
    const square = x * x + y * y;
    if (square >= least) continue;
    least = square;
    nearest = i;
  }
  return nearest;
}
