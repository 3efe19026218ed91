import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { HOVERED, SELECTED, type MapLook } from './look.ts';

/** How near to a thin line a pointer must come, CSS pixels across. */
const HIT_PX = 16;

const LINE = { 'line-join': 'round', 'line-cap': 'butt' } as const;

/** What is drawn on the streets by hand, where there is any: barriers and links. */
export function drawnLayers({ palette, drawn }: MapLook): LayerSpecification[] {
  if (drawn.streetEdits.size === 0) return [];
  const { barrier, link } = palette.streetEdit;
  const colour: ExpressionSpecification = ['match', ['get', 'kind'], 'barrier', barrier, link];
  return [
    {
      id: 'street-edits-hit',
      type: 'line',
      source: 'streetEdits',
      paint: { 'line-width': HIT_PX, 'line-opacity': 0 },
    },
    {
      id: 'street-edits-halo',
      type: 'line',
      source: 'streetEdits',
      layout: LINE,
      paint: { 'line-color': palette.halo, 'line-width': ['case', SELECTED, 10, HOVERED, 8, 6] },
    },
    {
      id: 'street-edits',
      type: 'line',
      source: 'streetEdits',
      layout: LINE,
      paint: { 'line-color': colour, 'line-width': ['case', SELECTED, 5, 3] },
    },
    // A barrier is crossed out all along, so that its colour need not tell it from a link.
    {
      id: 'barriers-bars',
      type: 'line',
      source: 'streetEdits',
      filter: ['==', ['get', 'kind'], 'barrier'],
      paint: { 'line-color': barrier, 'line-width': 11, 'line-dasharray': [0.15, 0.9] },
    },
  ];
}
