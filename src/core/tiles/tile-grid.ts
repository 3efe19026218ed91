import type { LonLat } from '../geo/geometry.ts';

/**
 * The deepest zoom at which tiles are made; a map that comes closer enlarges these. At 0.15 m a unit they show all that
 * an extract knows.
 */
export const DEEPEST_ZOOM = 15;
/** Units along a tile's side: as fine as MapLibre draws. */
export const EXTENT = 8192;
/** Units of a tile that a CSS pixel has at the tile's own zoom: a tile is 512 pixels wide. */
export const UNITS_PER_PX = EXTENT / 512;

/** Units along the world's side: the grid of the deepest tiles, so that nothing of it is lost in any. */
export const WORLD = EXTENT * 2 ** DEEPEST_ZOOM;

/** A tile's place in the pyramid that web maps share (OSM wiki, Slippy map tilenames): `y` counts from the north. */
export interface TilePlace {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Units of the world's grid from the antimeridian eastwards (web Mercator, EPSG:3857). */
export function gridX(lon: number): number {
  return inside(Math.round((lon / 360 + 0.5) * WORLD));
}

/** Units of the world's grid from the northern edge of web Mercator (about 85°) southwards. */
export function gridY(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  return inside(Math.round((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WORLD));
}

/** The position at a place of the world's grid. */
export function positionAt(x: number, y: number): LonLat {
  const northing = (0.5 - y / WORLD) * 2 * Math.PI;
  return [(x / WORLD - 0.5) * 360, (360 / Math.PI) * Math.atan(Math.exp(northing)) - 90];
}

function inside(units: number): number {
  return Math.min(WORLD - 1, Math.max(0, units));
}
