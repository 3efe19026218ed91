import { describe, expect, it } from 'vitest';
import { moveLayer, resetLayers, setLayer, showLayer } from '../../src/actions/arrange-layers.ts';
import { DEFAULT_LAYERS } from '../../src/state/map-layers.ts';
import { loadLayers, saveLayers } from '../../src/state/saved-layers.ts';
import { openWorkspace } from '../builders/open-workspace.ts';

describe('layers', () => {
  it('that cover the ground show one at a time', () => {
    const workspace = openWorkspace();
    showLayer(workspace, 'access', true);
    const { layers } = workspace.store.getState();
    expect([layers.elders.visible, layers.access.visible]).toEqual([false, true]);
  });

  it('move among those that can be moved, and no farther', () => {
    const workspace = openWorkspace();
    const at = () => workspace.store.getState().layers.order.indexOf('areas');
    const before = at();
    moveLayer(workspace, 'areas', 1);
    expect(at()).toBe(before + 1);
    for (let i = 0; i < 20; i++) moveLayer(workspace, 'areas', -1);
    expect(at()).toBe(1);
    for (let i = 0; i < 20; i++) moveLayer(workspace, 'areas', 1);
    const { order } = workspace.store.getState().layers;
    expect(order.slice(-4)).toEqual(['areas', 'labels', 'candidates', 'facilities']);
    moveLayer(workspace, 'base', 1);
    expect(workspace.store.getState().layers.order).toEqual(order);
    resetLayers(workspace);
    expect(workspace.store.getState().layers).toEqual(DEFAULT_LAYERS);
  });
});

describe('layers kept from one visit to the next', () => {
  function storageOf(saved: string | null) {
    const kept = { value: saved };
    return { getItem: () => kept.value, setItem: (_: string, value: string) => void (kept.value = value) };
  }

  it('come back as they were left', () => {
    const workspace = openWorkspace();
    setLayer(workspace, 'elders', { cells: 'grid', cellM: 500, opacity: 0.4 });
    setLayer(workspace, 'access', { minutes: null });
    moveLayer(workspace, 'areas', 1);
    const storage = storageOf(null);
    const { layers } = workspace.store.getState();
    saveLayers(storage, layers);
    expect(loadLayers(storage)).toEqual(layers);
  });

  it.each([
    null,
    'no json',
    '[]',
    '{"elders":{"visible":"yes","opacity":7,"cells":"circle","__proto__":{"visible":false}},"order":["base"]}',
  ])('fall back to the defaults for %s', (saved) => {
    expect(loadLayers(storageOf(saved))).toEqual(DEFAULT_LAYERS);
  });
});
