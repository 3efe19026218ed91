import type { LonLat } from '../geo/geometry.ts';
import type { Bounds } from '../geo/polygon.ts';
import type { Barriers } from './barriers.ts';

/** Both ends of the pieces of barriers within so many metres of a position, in metres east and north of it. */
export function wallsAround(barriers: Barriers, at: LonLat, perLon: number, perLat: number, metres: number): number[] {
  const walls: number[] = [];
  for (const piece of barriers.near(boundsAround(at, perLon, perLat, metres))) {
    for (let k = piece * 4; k < piece * 4 + 4; k += 2) {
      walls.push((barriers.ends[k]! - at[0]) * perLon, (barriers.ends[k + 1]! - at[1]) * perLat);
    }
  }
  return walls;
}

/** The box that reaches so many metres from a position to every side. */
export function boundsAround([lon, lat]: LonLat, perLon: number, perLat: number, metres: number): Bounds {
  const [east, north] = [metres / perLon, metres / perLat];
  return [lon - east, lat - north, lon + east, lat + north];
}
