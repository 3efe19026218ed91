import type { SurfaceId } from '../state/map-layers.ts';
import type { MapSources } from './style.ts';

/** Time until the map's worker has surely fetched what replaced a source, ms. */
const RELEASE_AFTER_MS = 20_000;

/** A surface that is to be shown, what it is drawn from, and how to get it. */
export interface WantedSource {
  readonly name: SurfaceId;
  /** It is drawn anew when any of these is another. */
  readonly from: readonly unknown[];
  /** UTF-8 GeoJSON. */
  readonly load: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** Keeps the map's surfaces in step with what they are drawn from: GeoJSON from the analysis, as blobs of the page's own. */
export interface MapSourceFeed {
  /**
   * Brings the wanted surfaces up to date, one after another; those that are up to date are left alone, and so are those
   * not wanted now, for they may be again. Later calls overtake earlier ones.
   */
  update(wanted: readonly WantedSource[]): Promise<void>;
  close(): void;
}

export function createMapSourceFeed(onChange: (sources: MapSources) => void): MapSourceFeed {
  const urls: Partial<Record<SurfaceId, string>> = {};
  const drawnFrom: Partial<Record<SurfaceId, readonly unknown[]>> = {};
  let call = 0;
  return {
    async update(wanted) {
      const mine = ++call;
      for (const { name, from, load } of wanted) {
        if (isSame(drawnFrom[name], from)) continue;
        // oxlint-disable-next-line no-await-in-loop -- in the order in which they are looked at
        const bytes = await load();
        if (mine !== call) return;
        const old = urls[name];
        if (old !== undefined) setTimeout(() => URL.revokeObjectURL(old), RELEASE_AFTER_MS);
        urls[name] = URL.createObjectURL(new Blob([bytes], { type: 'application/geo+json' }));
        drawnFrom[name] = from;
        onChange({ ...urls });
      }
    },
    close() {
      call++;
      for (const url of Object.values(urls)) URL.revokeObjectURL(url);
    },
  };
}

function isSame(before: readonly unknown[] | undefined, now: readonly unknown[]): boolean {
  return before !== undefined && before.length === now.length && before.every((one, i) => one === now[i]);
}
