import { DEFAULT_LAYERS, FIXED_LAYERS, SURFACES, type LayerId, type MapLayers } from '../state/map-layers.ts';
import type { Workspace } from '../state/workspace.ts';

// What the map shows and how: none of it touches the plan or the result.

export function setLayer<K extends LayerId>({ store }: Workspace, id: K, part: Partial<MapLayers[K]>): void {
  store.setState(({ layers }) => ({ layers: { ...layers, [id]: { ...layers[id], ...part } } }));
}

/** Shows or hides a layer. Surfaces cover each other: one that comes takes the place of the other. */
export function showLayer(workspace: Workspace, id: LayerId, visible: boolean): void {
  const isSurface = (SURFACES as readonly LayerId[]).includes(id);
  if (visible && isSurface)
    for (const other of SURFACES) if (other !== id) setLayer(workspace, other, { visible: false });
  setLayer(workspace, id, { visible });
}

/** Moves a layer one place up (1) or down (−1) among those that can be moved. */
export function moveLayer({ store }: Workspace, id: LayerId, by: 1 | -1): void {
  store.setState(({ layers }) => {
    const order = [...layers.order];
    const at = order.indexOf(id);
    const to = at + by;
    const other = order[to];
    if (other === undefined || FIXED_LAYERS.includes(other) || FIXED_LAYERS.includes(id)) return {};
    [order[at], order[to]] = [other, id];
    return { layers: { ...layers, order } };
  });
}

/** Takes every layer back to how a first visit sees it. */
export function resetLayers({ store }: Workspace): void {
  store.setState({ layers: DEFAULT_LAYERS });
}
