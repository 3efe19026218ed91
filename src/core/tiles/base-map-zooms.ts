import type { PlaceKind, RailClass, RoadClass, WaterwayClass } from '../network/base-map-classes.ts';
import { DEEPEST_ZOOM } from './tile-grid.ts';

// From which zoom on each thing of the base map is in its tiles. The style may show it from farther in, never from farther
// out: a tile has only what its zoom shows.

export const ROAD_ZOOM: Readonly<Record<RoadClass, number>> = {
  motorway: 0,
  trunk: 0,
  primary: 6,
  secondary: 8,
  tertiary: 9,
  minor: 11,
  service: 13,
  pedestrian: 13,
  path: 13,
  steps: 14,
};
export const BRIDGE_ZOOM = 9;
export const TUNNEL_ZOOM = 11;

export const WATERWAY_ZOOM: Readonly<Record<WaterwayClass | 'shore', number>> = {
  river: 0,
  shore: 0,
  canal: 8,
  stream: 10,
};

export const RAIL_ZOOM: Readonly<Record<RailClass, number>> = { rail: 9, light: 9, tram: 13, subway: 12 };
/** Sidings and yards, and rails in a tunnel. */
export const SIDING_ZOOM = 13;
export const HIDDEN_RAIL_ZOOM = 12;

export const BUILDING_ZOOM = 14;

export const PLACE_ZOOM: Readonly<Record<PlaceKind, number>> = {
  city: 7,
  town: 9,
  suburb: 11,
  village: 11,
  neighbourhood: 13,
};

/** Names of ground: from which zoom on those of so many hectares and more are written, the largest first. */
export const GROUND_NAME_ZOOMS: readonly (readonly [zoom: number, hectares: number])[] = [
  [11, 150],
  [12, 50],
  [13, 12],
  [14, 3],
  [15, 0.5],
  [16, 0],
];

/** From which zoom on the name of ground of so many hectares is in the tiles. */
export function groundNameZoom(ha: number): number {
  const written = GROUND_NAME_ZOOMS.find(([, hectares]) => ha >= hectares);
  return Math.min(DEEPEST_ZOOM, written?.[0] ?? DEEPEST_ZOOM);
}
