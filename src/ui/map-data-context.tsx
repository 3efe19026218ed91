import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { AnalysisApi, AuditDigest } from '../analysis/api.ts';
import type { Surface, SurfaceRequest } from '../analysis/surface.ts';
import { createMapSourceFeed, type MapSourceFeed, type WantedSource } from '../map/map-sources.ts';
import type { MapSources } from '../map/style.ts';
import { SURFACES, type MapLayers, type SurfaceId } from '../state/map-layers.ts';
import { surfaceRequest } from '../state/surface-request.ts';
import { useWorkspace, useWorkspaceState } from './workspace-context.tsx';

/** What a legend says of a surface: its classes and where they come from. */
export type SurfaceLegend = Omit<Surface, 'bytes'>;

interface MapData {
  readonly sources: MapSources;
  /** Absent while it is being computed for the first time. */
  readonly surfaces: Readonly<Partial<Record<SurfaceId, SurfaceLegend>>>;
}

const NOTHING: MapData = { sources: {}, surfaces: {} };
const MapDataContext = createContext<MapData>(NOTHING);

/** The surfaces that the map draws, and their classes for the legends. */
export function useMapData(): MapData {
  return useContext(MapDataContext);
}

export function MapDataProvider({ children }: { readonly children: ReactNode }) {
  const { analysis } = useWorkspace();
  const digest = useWorkspaceState((state) => state.digest);
  const layers = useWorkspaceState((state) => state.layers);
  const [sources, setSources] = useState<MapSources>(NOTHING.sources);
  const [surfaces, setSurfaces] = useState<MapData['surfaces']>(NOTHING.surfaces);
  const feed = useRef<MapSourceFeed | null>(null);
  useEffect(() => {
    const made = createMapSourceFeed(setSources);
    feed.current = made;
    return () => {
      feed.current = null;
      made.close();
    };
  }, []);
  useEffect(() => {
    if (digest === null) return;
    const keep = (id: SurfaceId, legend: SurfaceLegend): void => setSurfaces((known) => ({ ...known, [id]: legend }));
    // A worker that breaks down is told of elsewhere; the map keeps what it shows.
    feed.current?.update(wantedSurfaces(analysis, digest, layers, keep)).catch(() => undefined);
  }, [analysis, digest, layers]);
  const value = useMemo(() => ({ sources, surfaces }), [sources, surfaces]);
  return <MapDataContext.Provider value={value}>{children}</MapDataContext.Provider>;
}

function wantedSurfaces(
  analysis: AnalysisApi,
  digest: AuditDigest,
  layers: MapLayers,
  keep: (id: SurfaceId, legend: SurfaceLegend) => void,
): WantedSource[] {
  return SURFACES.filter((id) => layers[id].visible).map((id) => {
    const request = surfaceRequest(layers, id);
    return { name: id, from: [digest, JSON.stringify(request)], load: () => loadSurface(analysis, request, id, keep) };
  });
}

async function loadSurface(
  analysis: AnalysisApi,
  request: SurfaceRequest,
  id: SurfaceId,
  keep: (id: SurfaceId, legend: SurfaceLegend) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const surface = await analysis.surface(request);
  if (surface === null) return new Uint8Array();
  const { bytes, ...legend } = surface;
  keep(id, legend);
  return bytes;
}
