import type { GeoJSONSourceSpecification, StyleSpecification, VectorSourceSpecification } from 'maplibre-gl';
import { DEEPEST_ZOOM } from '../core/tiles/tile-grid.ts';
import { SURFACES, type SurfaceId } from '../state/map-layers.ts';
import { mapLayers, type MapLook } from './layers.ts';
import { PLAN_LAYERS, planAddress, STREET_LAYERS, streetAddress } from './tile-address.ts';

/** Where each surface's GeoJSON lies (a blob of the page's own); absent: nothing yet. */
export type MapSources = Readonly<Partial<Record<SurfaceId, string>>>;

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

/** What the analysis draws tile by tile; nothing of an audit before the first, and nothing of streets without any. */
function tileSources({ judged, streets, side }: MapLook): Record<string, VectorSourceSpecification> {
  const ofAudit = judged ? PLAN_LAYERS.map((layer) => [layer, tiles(planAddress(layer, side))] as const) : [];
  const ofStreets =
    streets === null ? [] : STREET_LAYERS.map((layer) => [layer, tiles(streetAddress(layer, streets))] as const);
  return Object.fromEntries([...ofAudit, ...ofStreets]);
}

function tiles(address: string): VectorSourceSpecification {
  // Things that have an id can be pointed at.
  return { type: 'vector', tiles: [address], maxzoom: DEEPEST_ZOOM, promoteId: 'id' };
}

function surfaceSources(sources: MapSources): Record<string, GeoJSONSourceSpecification> {
  const source = (id: SurfaceId): GeoJSONSourceSpecification => ({
    type: 'geojson',
    data: sources[id] ?? { type: 'FeatureCollection', features: [] },
    maxzoom: DEEPEST_ZOOM,
    tolerance: 0.3,
  });
  return Object.fromEntries(SURFACES.map((id) => [id, source(id)]));
}

/** The whole map as one value. No glyphs, no sprite, no tiles but the page's own: nothing is asked of the network. */
export function mapStyle(look: MapLook, sources: MapSources): StyleSpecification {
  const all = {
    ...tileSources(look),
    ...surfaceSources(sources),
    walk: walkSource(look),
    facilityBands: facilityBandsSource(look),
  };
  const layers = mapLayers(look).filter((layer) => !('source' in layer) || layer.source in all);
  return { version: 8, sources: all, layers };
}
