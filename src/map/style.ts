import type { GeoJSONSourceSpecification, StyleSpecification, VectorSourceSpecification } from 'maplibre-gl';
import type { PlanLayer, TileSource } from '../analysis/api.ts';
import { DEEPEST_ZOOM } from '../core/tiles/tile-grid.ts';
import { SURFACES, type SurfaceId } from '../state/map-layers.ts';
import { mapLayers, type MapLook } from './layers.ts';
import { tileAddress } from './tile-address.ts';

/** Everything that comes to the map as GeoJSON of its own. */
export type MapSourceName = PlanLayer | SurfaceId;

/** Where each source's GeoJSON lies (a blob of the page's own); absent: nothing yet. */
export type MapSources = Readonly<Partial<Record<MapSourceName, string>>>;

/** Their features have ids, so that they can be pointed at. */
const POINTED_AT = ['areas', 'facilities', 'candidates', 'units'] as const;
const OTHERS = ['circles', 'bands', 'unsnapped', ...SURFACES] as const;

/** The walk that is explained: one line, or none. */
function walkSource({ walk }: MapLook): GeoJSONSourceSpecification {
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

/** The selected facility's circle in thirds, or nothing. */
function facilityBandsSource({ facilityBands }: MapLook): GeoJSONSourceSpecification {
  const features = facilityBands.map(({ minutes, estimate, geometry }) => ({
    type: 'Feature' as const,
    properties: { minutes, estimate },
    geometry,
  }));
  return { type: 'geojson', data: { type: 'FeatureCollection', features } };
}

/** What is drawn of the streets, tile by tile. */
function tileSources({ streets }: MapLook): [TileSource, VectorSourceSpecification][] {
  if (streets === null) return [];
  return (['base', 'network'] as const).map((source) => [
    source,
    { type: 'vector', tiles: [tileAddress(source, streets)], maxzoom: DEEPEST_ZOOM },
  ]);
}

/** The whole map as one value. No glyphs, no sprite, no tiles but the page's own: nothing is asked of the network. */
export function mapStyle(look: MapLook, sources: MapSources): StyleSpecification {
  const source = (name: MapSourceName, more: { readonly promoteId?: string }) => ({
    type: 'geojson' as const,
    data: sources[name] ?? { type: 'FeatureCollection' as const, features: [] },
    maxzoom: 15,
    tolerance: 0.3,
    ...more,
  });
  return {
    version: 8,
    sources: Object.fromEntries([
      ...POINTED_AT.map((name) => [name, source(name, { promoteId: 'id' })] as const),
      ...OTHERS.map((name) => [name, source(name, {})] as const),
      ...tileSources(look),
      ['walk', walkSource(look)] as const,
      ['facilityBands', facilityBandsSource(look)] as const,
    ]),
    layers: mapLayers(look),
  };
}
