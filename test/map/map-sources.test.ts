import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMapSourceFeed, type WantedSource } from '../../src/map/map-sources.ts';
import type { MapSourceName, MapSources } from '../../src/map/style.ts';

describe('what keeps the map in step with what it is drawn from', () => {
  let asked: MapSourceName[];
  let shown: MapSources;
  beforeEach(() => {
    vi.useFakeTimers();
    asked = [];
    shown = {};
  });
  afterEach(() => vi.useRealTimers());
  const feed = () =>
    createMapSourceFeed((sources) => {
      shown = sources;
    });
  const want = (name: MapSourceName, ...from: unknown[]): WantedSource => ({
    name,
    from,
    load: () => {
      asked.push(name);
      return Promise.resolve(new Uint8Array(2));
    },
  });

  it('draws a source once for the same origin, and anew for another', async () => {
    const made = feed();
    await made.update([want('areas', 1), want('units', 'a')], []);
    await made.update([want('areas', 2), want('units', 'a')], []);
    expect(asked).toEqual(['areas', 'units', 'areas']);
    expect(Object.keys(shown).sort((a, b) => a.localeCompare(b))).toEqual(['areas', 'units']);
    made.close();
  });

  it('tells origins apart by each of their parts', async () => {
    const made = feed();
    await made.update([want('elders', 1, 'hexagon')], []);
    await made.update([want('elders', 1, 'grid')], []);
    await made.update([want('elders', 1, 'grid')], []);
    expect(asked).toEqual(['elders', 'elders']);
    made.close();
  });

  it('keeps what is not wanted now, and takes away what is gone', async () => {
    const made = feed();
    await made.update([want('areas', 1), want('units', 'a')], []);
    await made.update([want('areas', 1)], []);
    expect(shown.units).toBeDefined();
    await made.update([want('areas', 1)], ['units']);
    expect(shown.units).toBeUndefined();
    expect(shown.areas).toBeDefined();
    made.close();
  });

  it('lets a later call overtake an earlier one', async () => {
    const made = feed();
    const first = made.update([want('areas', 1), want('units', 'a')], []);
    await made.update([want('areas', 2)], []);
    await first;
    expect(asked).toEqual(['areas', 'areas']);
    expect(Object.keys(shown)).toEqual(['areas']);
    made.close();
  });
});
