import type { MapSourceName, MapSources } from './style.ts';

/** Time until the map's worker has surely fetched what replaced a source, ms. */
const RELEASE_AFTER_MS = 20_000;

/** A source that is to be shown, what it is drawn from, and how to get it. */
export interface WantedSource {
  readonly name: MapSourceName;
  /** It is drawn anew when any of these is another. */
  readonly from: readonly unknown[];
  /** UTF-8 GeoJSON. */
  readonly load: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** Keeps the map's sources in step with what they are drawn from: GeoJSON from the analysis, as blobs of the page's own. */
export interface MapSourceFeed {
  /**
   * Brings the wanted sources up to date, one after another; those that are up to date are left alone, and so are those not
   * wanted now, for they may be again. `gone` are taken away. Later calls overtake earlier ones.
   */
  update(wanted: readonly WantedSource[], gone: readonly MapSourceName[]): Promise<void>;
  close(): void;
}

export function createMapSourceFeed(onChange: (sources: MapSources) => void): MapSourceFeed {
  const urls: Partial<Record<MapSourceName, string>> = {};
  const drawnFrom: Partial<Record<MapSourceName, readonly unknown[]>> = {};
  let call = 0;
  const release = (name: MapSourceName): void => {
    const old = urls[name];
    if (old !== undefined) setTimeout(() => URL.revokeObjectURL(old), RELEASE_AFTER_MS);
    delete urls[name];
    delete drawnFrom[name];
  };
  return {
    async update(wanted, gone) {
      const mine = ++call;
      const leaving = gone.filter((name) => urls[name] !== undefined);
      for (const name of leaving) release(name);
      if (leaving.length > 0) onChange({ ...urls });
      for (const { name, from, load } of wanted) {
        if (isSame(drawnFrom[name], from)) continue;
        // oxlint-disable-next-line no-await-in-loop -- in the order in which they are looked at
        const bytes = await load();
        if (mine !== call) return;
        release(name);
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
