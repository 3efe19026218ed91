import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { FONTS, HOVERED, SELECTED, type MapLook } from './look.ts';

/** How near to a thin line a pointer must come, CSS pixels across. */
const HIT_PX = 16;

const LINE = { 'line-join': 'round', 'line-cap': 'butt' } as const;

/** What is drawn by hand, where there is any: parcels reserved for elder care, barriers and links on the streets. */
export function drawnLayers(look: MapLook): LayerSpecification[] {
  const { parcels, streetEdits } = look.drawn;
  return [...(parcels.size > 0 ? parcelLayers(look) : []), ...(streetEdits.size > 0 ? streetEditLayers(look) : [])];
}

function parcelLayers({ palette }: MapLook): LayerSpecification[] {
  return [
    {
      id: 'parcels-fill',
      type: 'fill',
      source: 'parcels',
      filter: ['!=', ['geometry-type'], 'Point'],
      paint: { 'fill-color': palette.parcel, 'fill-opacity': ['match', ['get', 'use'], 'elder_care', 0.18, 0.06] },
    },
    {
      id: 'parcels-line',
      type: 'line',
      source: 'parcels',
      layout: LINE,
      paint: {
        'line-color': palette.parcel,
        'line-width': ['case', SELECTED, 4, HOVERED, 3, 1.8],
        'line-dasharray': [4, 1.6, 1, 1.6],
      },
    },
    {
      id: 'parcels-point',
      type: 'circle',
      source: 'parcels',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': ['case', SELECTED, 10, 7],
        'circle-color': palette.parcel,
        'circle-stroke-color': palette.halo,
        'circle-stroke-width': 2,
      },
    },
  ];
}

function streetEditLayers({ palette }: MapLook): LayerSpecification[] {
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

export function drawnLabels({ palette, drawn }: MapLook): LayerSpecification[] {
  if (drawn.parcels.size === 0) return [];
  return [
    {
      id: 'parcels-label',
      type: 'symbol',
      source: 'parcels',
      minzoom: 13.5,
      layout: {
        'text-field': ['coalesce', ['get', 'name'], ['get', 'id']],
        'text-font': FONTS,
        'text-size': 11,
        'text-max-width': 9,
      },
      paint: { 'text-color': palette.parcel, 'text-halo-color': palette.halo, 'text-halo-width': 1.5 },
    },
  ];
}
