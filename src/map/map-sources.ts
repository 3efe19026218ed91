import type { AnalysisApi, AuditDigest, MapLayerData } from '../analysis/api.ts';
import { BASE_MAP_LAYERS } from '../core/network/base-map.ts';
import type { MapSources } from './style.ts';

/** Time until the map's worker has surely fetched what replaced a source, ms. */
const RELEASE_AFTER_MS = 20_000;

/** Keeps the map's sources in step with the audit: GeoJSON from the analysis, as blobs of the page's own. */
export interface MapSourceFeed {
  /**
   * Brings the wanted layers up to an audit; layers that are up to date are left alone, and the base map is as long as the
   * audit's streets are the same. Later calls overtake earlier ones.
   */
  update(digest: AuditDigest, wanted: readonly MapLayerData[]): Promise<void>;
  close(): void;
}

const BASE: ReadonlySet<MapLayerData> = new Set(BASE_MAP_LAYERS);

export function createMapSourceFeed(
  analysis: Pick<AnalysisApi, 'mapData'>,
  onChange: (sources: MapSources) => void,
): MapSourceFeed {
  const urls: Partial<Record<MapLayerData, string>> = {};
  /** What each layer was drawn from: an audit, or the hash of the streets. */
  const from: Partial<Record<MapLayerData, AuditDigest | string>> = {};
  let call = 0;
  const release = (layer: MapLayerData): void => {
    const old = urls[layer];
    if (old !== undefined) setTimeout(() => URL.revokeObjectURL(old), RELEASE_AFTER_MS);
    delete urls[layer];
    delete from[layer];
  };
  return {
    async update(digest, wanted) {
      const mine = ++call;
      const { streetsSha256 } = digest.stamp;
      if (streetsSha256 === null && BASE_MAP_LAYERS.some((layer) => urls[layer] !== undefined)) {
        for (const layer of BASE_MAP_LAYERS) release(layer);
        onChange({ ...urls });
      }
      for (const layer of wanted) {
        const origin = BASE.has(layer) ? streetsSha256 : digest;
        if (origin === null || from[layer] === origin) continue;
        // oxlint-disable-next-line no-await-in-loop -- areas first: they are what is looked at
        const bytes = await analysis.mapData(layer);
        if (mine !== call) return;
        release(layer);
        urls[layer] = URL.createObjectURL(new Blob([bytes], { type: 'application/geo+json' }));
        from[layer] = origin;
        onChange({ ...urls });
      }
    },
    close() {
      call++;
      for (const url of Object.values(urls)) URL.revokeObjectURL(url);
    },
  };
}
