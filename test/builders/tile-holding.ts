import type { LonLat } from '../../src/core/geo/geometry.ts';
import { DEEPEST_ZOOM, EXTENT, gridX, gridY, type TilePlace } from '../../src/core/tiles/tile-grid.ts';

/** The tile of a zoom that a place lies in. */
export function tileHolding([lon, lat]: LonLat, z: number): TilePlace {
  const side = EXTENT * 2 ** (DEEPEST_ZOOM - z);
  return { z, x: Math.floor(gridX(lon) / side), y: Math.floor(gridY(lat) / side) };
}
