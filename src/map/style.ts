import type { SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { MapLayerData } from '../analysis/api.ts';
import { BASE_MAP_LAYERS } from '../core/network/base-map.ts';
import { mapLayers, type MapLook } from './layers.ts';

/** Where each source's GeoJSON lies (a blob of the page's own); absent: nothing yet. */
export type MapSources = Readonly<Partial<Record<MapLayerData, string>>>;

/** What is audited: its features have ids, so that they can be pointed at. */
export const AUDIT_SOURCES = ['areas', 'facilities', 'circles', 'population'] as const;

/** The walk that is explained: one line, or none. */
function walkSource({ walk }: MapLook): SourceSpecification {
  const features = walk
    ? [
        {
          type: 'Feature' as const,
          properties: { estimate: walk.legs === null },
          geometry: { type: 'LineString' as const, coordinates: walk.line.map((position) => [...position]) },
        },
        {
          type: 'Feature' as const,
          properties: {},
          geometry: { type: 'Point' as const, coordinates: [...walk.line[0]!] },
        },
      ]
    : [];
  return { type: 'geojson', data: { type: 'FeatureCollection', features } };
}

/** The whole map as one value. No glyphs, no sprite, no tiles: nothing is asked of the network. */
export function mapStyle(look: MapLook, sources: MapSources): StyleSpecification {
  const source = (name: MapLayerData, more: { readonly promoteId?: string }) => ({
    type: 'geojson' as const,
    data: sources[name] ?? { type: 'FeatureCollection' as const, features: [] },
    maxzoom: 15,
    tolerance: 0.3,
    ...more,
  });
  return {
    version: 8,
    sources: Object.fromEntries([
      ...AUDIT_SOURCES.map((name) => [name, source(name, { promoteId: 'id' })] as const),
      ...BASE_MAP_LAYERS.map((name) => [name, source(name, {})] as const),
      ['walk', walkSource(look)] as const,
    ]),
    layers: mapLayers(look),
  };
}
