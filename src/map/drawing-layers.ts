import type { StyleSpecification } from 'maplibre-gl';

/** What the drawing library's sources and layers are called by. */
export const DRAWING_PREFIX = 'drawing';

/** The next style of the map with what is being drawn in the present one, on top of everything. */
export function withDrawing(present: StyleSpecification | undefined, next: StyleSpecification): StyleSpecification {
  const layers = present?.layers.filter(({ id }) => isDrawing(id)) ?? [];
  if (present === undefined || layers.length === 0) return next;
  const sources = Object.entries(present.sources).filter(([id]) => isDrawing(id));
  return { ...next, sources: { ...next.sources, ...Object.fromEntries(sources) }, layers: [...next.layers, ...layers] };
}

function isDrawing(id: string): boolean {
  return id.startsWith(`${DRAWING_PREFIX}-`);
}
