import type { AnalysisApi, AuditDigest, MapLayerData } from '../analysis/api.ts';
import type { MapSources } from './style.ts';

/** Time until the map's worker has surely fetched what replaced a source, ms. */
const RELEASE_AFTER_MS = 20_000;

/** Keeps the map's sources in step with the audit: GeoJSON from the analysis, as blobs of the page's own. */
export interface MapSourceFeed {
  /** Brings the wanted layers up to an audit; layers that are up to date are left alone. Later calls overtake earlier ones. */
  update(digest: AuditDigest, wanted: readonly MapLayerData[]): Promise<void>;
  close(): void;
}

export function createMapSourceFeed(
  analysis: Pick<AnalysisApi, 'mapData'>,
  onChange: (sources: MapSources) => void,
): MapSourceFeed {
  const urls: Partial<Record<MapLayerData, string>> = {};
  const from: Partial<Record<MapLayerData, AuditDigest>> = {};
  let call = 0;
  return {
    async update(digest, wanted) {
      const mine = ++call;
      for (const layer of wanted) {
        if (from[layer] === digest) continue;
        // oxlint-disable-next-line no-await-in-loop -- areas first: they are what is looked at
        const bytes = await analysis.mapData(layer);
        if (mine !== call) return;
        const old = urls[layer];
        if (old !== undefined) setTimeout(() => URL.revokeObjectURL(old), RELEASE_AFTER_MS);
        urls[layer] = URL.createObjectURL(new Blob([bytes], { type: 'application/geo+json' }));
        from[layer] = digest;
        onChange({ ...urls });
      }
    },
    close() {
      call++;
      for (const url of Object.values(urls)) URL.revokeObjectURL(url);
    },
  };
}
