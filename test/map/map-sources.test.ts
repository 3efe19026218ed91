import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMapSourceFeed, type WantedSource } from '../../src/map/map-sources.ts';
import type { MapSources } from '../../src/map/style.ts';
import type { SurfaceId } from '../../src/state/map-layers.ts';

describe('what keeps the map in step with what it is drawn from', () => {
  let asked: SurfaceId[];
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
  const want = (name: SurfaceId, ...from: unknown[]): WantedSource => ({
    name,
    from,
    load: () => {
      asked.push(name);
      return Promise.resolve(new Uint8Array(2));
    },
  });

  it('draws a source once for the same origin, and anew for another', async () => {
    const made = feed();
    await made.update([want('elders', 1), want('access', 'a')]);
    await made.update([want('elders', 2), want('access', 'a')]);
    expect(asked).toEqual(['elders', 'access', 'elders']);
    expect(Object.keys(shown).sort((a, b) => a.localeCompare(b))).toEqual(['access', 'elders']);
    made.close();
  });

  it('tells origins apart by each of their parts', async () => {
    const made = feed();
    await made.update([want('elders', 1, 'hexagon')]);
    await made.update([want('elders', 1, 'grid')]);
    await made.update([want('elders', 1, 'grid')]);
    expect(asked).toEqual(['elders', 'elders']);
    made.close();
  });

  it('keeps what is not wanted now', async () => {
    const made = feed();
    await made.update([want('elders', 1), want('access', 'a')]);
    await made.update([want('elders', 1)]);
    expect(shown.access).toBeDefined();
    made.close();
  });

  it('lets a later call overtake an earlier one', async () => {
    const made = feed();
    const first = made.update([want('elders', 1), want('access', 'a')]);
    await made.update([want('elders', 2)]);
    await first;
    expect(asked).toEqual(['elders', 'elders']);
    expect(Object.keys(shown)).toEqual(['elders']);
    made.close();
  });
});
