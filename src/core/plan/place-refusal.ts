import type { MultiPolygon, Point, Polygon, Position } from 'geojson';
import type { LonLat } from '../geo/geometry.ts';
import { ringsOf } from '../geo/rings.ts';
import { findSelfIntersection } from '../geo/self-intersection.ts';

/** Why a place is not given to a record. */
export const PLACE_REFUSALS = [
  'record_unknown',
  'not_located',
  'outside_world',
  'too_few_positions',
  'self_intersecting',
] as const;
export type PlaceRefusal = (typeof PLACE_REFUSALS)[number];

/** Corners of a triangle, and its first once more. */
const FEWEST_IN_RING = 4;

/** What is wrong with a shape that a person drew (degrees); null: nothing is. */
export function refusePlace(geometry: Point | Polygon | MultiPolygon): PlaceRefusal | null {
  if (geometry.type === 'Point') return isOnEarth(geometry.coordinates) ? null : 'outside_world';
  const rings = ringsOf(geometry);
  if (rings.length === 0 || rings.some((ring) => distinct(ring) < FEWEST_IN_RING - 1 || ring.length < FEWEST_IN_RING)) {
    return 'too_few_positions';
  }
  if (!rings.every((ring) => ring.every(isOnEarth))) return 'outside_world';
  return findSelfIntersection(geometry) === null ? null : 'self_intersecting';
}

function distinct(positions: readonly (readonly number[])[]): number {
  return new Set(positions.map(([lon, lat]) => `${lon},${lat}`)).size;
}

function isOnEarth([lon = NaN, lat = NaN]: Position | LonLat): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}
