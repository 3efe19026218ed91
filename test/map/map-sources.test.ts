import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuditDigest, MapLayerData } from '../../src/analysis/api.ts';
import { createMapSourceFeed } from '../../src/map/map-sources.ts';
import type { MapSources } from '../../src/map/style.ts';

function digest(streetsSha256: string | null): AuditDigest {
  return { stamp: { streetsSha256 } } as AuditDigest;
}

describe('what keeps the map in step with the audit', () => {
  let asked: MapLayerData[];
  let shown: MapSources;
  const analysis = {
    mapData: (layer: MapLayerData) => {
      asked.push(layer);
      return Promise.resolve(new Uint8Array(2));
    },
  };
  beforeEach(() => {
    vi.useFakeTimers();
    asked = [];
    shown = {};
  });
  afterEach(() => vi.useRealTimers());
  const feed = () =>
    createMapSourceFeed(analysis, (sources) => {
      shown = sources;
    });

  it('draws the base map once for the same streets, the areas for every audit', async () => {
    const made = feed();
    await made.update(digest('a'), ['areas', 'roads']);
    await made.update(digest('a'), ['areas', 'roads']);
    expect(asked).toEqual(['areas', 'roads', 'areas']);
    expect(Object.keys(shown).sort((a, b) => a.localeCompare(b))).toEqual(['areas', 'roads']);
    made.close();
  });

  it('draws it anew for other streets', async () => {
    const made = feed();
    await made.update(digest('a'), ['roads']);
    await made.update(digest('b'), ['roads']);
    expect(asked).toEqual(['roads', 'roads']);
    made.close();
  });

  it('asks for none without streets, and takes it away when they are closed', async () => {
    const made = feed();
    await made.update(digest(null), ['areas', 'roads']);
    expect(asked).toEqual(['areas']);
    await made.update(digest('a'), ['areas', 'roads']);
    expect(shown.roads).toBeDefined();
    await made.update(digest(null), ['areas', 'roads']);
    expect(shown.roads).toBeUndefined();
    expect(shown.areas).toBeDefined();
    made.close();
  });
});
