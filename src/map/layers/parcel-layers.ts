import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { PARCEL_PATTERN } from '../draw-image.ts';
import { closer, FONTS, HOVERED, SELECTED, tiled, type MapLook } from './look.ts';

const RESERVED: FilterSpecification = ['==', ['get', 'use'], 'elder_care'];

/** Land reserved for elder care: a hatched outline; the hatch is gone where it is put to another use. */
export function parcelLayers({ palette, layers }: MapLook): LayerSpecification[] {
  const { opacity } = layers.parcels;
  return [
    {
      id: 'parcels-fill',
      type: 'fill',
      ...tiled('parcels', 'areas'),
      paint: { 'fill-color': palette.parcel, 'fill-opacity': 0.08 * opacity },
    },
    {
      id: 'parcels-pattern',
      type: 'fill',
      ...tiled('parcels', 'areas'),
      filter: RESERVED,
      paint: { 'fill-pattern': PARCEL_PATTERN, 'fill-opacity': 0.55 * opacity },
    },
    {
      id: 'parcels-line',
      type: 'line',
      ...tiled('parcels', 'areas'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.parcel, 'line-width': closer(1.8), 'line-opacity': opacity },
    },
    {
      id: 'parcels-point',
      type: 'circle',
      ...tiled('parcels', 'points'),
      paint: {
        'circle-radius': ['case', SELECTED, 9, HOVERED, 8, 6],
        'circle-color': palette.halo,
        'circle-stroke-color': palette.parcel,
        'circle-stroke-width': 2.4,
        'circle-opacity': opacity,
        'circle-stroke-opacity': opacity,
      },
    },
    {
      id: 'parcels-marked',
      type: 'line',
      ...tiled('parcels', 'areas'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.text, 'line-width': ['case', SELECTED, 3, HOVERED, 2, 0] },
    },
  ];
}

export function parcelLabels({ palette }: MapLook): LayerSpecification {
  return {
    id: 'parcels-label',
    type: 'symbol',
    ...tiled('parcels', 'names'),
    minzoom: 13,
    layout: {
      'text-field': ['coalesce', ['get', 'name'], ['get', 'id']],
      'text-font': FONTS,
      'text-size': 11,
      'text-max-width': 9,
    },
    paint: { 'text-color': palette.parcel, 'text-halo-color': palette.halo, 'text-halo-width': 1.5 },
  };
}
