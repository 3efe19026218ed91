import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf';
import type { Steps } from '../progress.ts';
import type { MapFeatures } from './map-features.ts';
import { tileFeaturesSteps } from './tile-features.ts';
import { EXTENT, UNITS_PER_PX, type TilePlace } from './tile-grid.ts';

/** A layer of a tile. */
export interface TileLayer {
  readonly name: string;
  readonly features: MapFeatures;
  /** How far beyond the tile's edge lines and areas go on, CSS pixels: half a line's width, or half a name written along it. */
  readonly marginPx: number;
}

/** A tile of what lies there (Mapbox Vector Tile Specification 2.1). No bytes where nothing does. */
export function* vectorTileSteps(layers: readonly TileLayer[], place: TilePlace): Steps<Uint8Array<ArrayBuffer>> {
  const written: Record<string, GeoJSONWrapper> = {};
  for (const { name, features, marginPx } of layers) {
    const drawn = yield* tileFeaturesSteps(features, place, marginPx * UNITS_PER_PX);
    if (drawn.length === 0) continue;
    const layer = new GeoJSONWrapper(drawn, { version: 2, extent: EXTENT });
    layer.name = name;
    written[name] = layer;
  }
  // A copy: the writer's own buffer is larger than what is in it, and goes over to another thread whole.
  return Uint8Array.from(fromVectorTileJs({ layers: written }));
}
