import type { StyleSpecification } from 'maplibre-gl';
import type { MapLayerData } from '../analysis/api.ts';
import { mapLayers, type MapLook } from './layers.ts';

/** Where each source's GeoJSON lies (a blob of the page's own); absent: nothing yet. */
export type MapSources = Readonly<Partial<Record<MapLayerData, string>>>;

export const MAP_SOURCES: readonly MapLayerData[] = ['areas', 'facilities', 'circles', 'population'];

/** The whole map as one value. No glyphs, no sprite, no base map: nothing is asked of the network. */
export function mapStyle(look: MapLook, sources: MapSources): StyleSpecification {
  return {
    version: 8,
    sources: Object.fromEntries(
      MAP_SOURCES.map((name) => [
        name,
        {
          type: 'geojson',
          data: sources[name] ?? { type: 'FeatureCollection', features: [] },
          promoteId: 'id',
          maxzoom: 15,
          tolerance: 0.3,
        },
      ]),
    ),
    layers: mapLayers(look),
  };
}
