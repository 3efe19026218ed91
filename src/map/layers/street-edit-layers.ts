import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { closer, FONTS, HOVERED, SELECTED, tiled, type MapLook } from './look.ts';

/** Width of the strip around a line within which it can be pointed at, CSS pixels. */
const TARGET_PX = 18;

const IS_BARRIER: ExpressionSpecification = ['==', ['get', 'kind'], 'barrier'];
const IS_LINK: ExpressionSpecification = ['==', ['get', 'kind'], 'link'];
const JOINS: ExpressionSpecification = ['!', ['to-boolean', ['get', 'unjoined']]];

/** Barriers as a line with teeth, links as dashes on a light band; a link that joins no street at one end is dotted. */
export function streetEditLayers({ palette, layers }: MapLook): LayerSpecification[] {
  const { opacity } = layers.streetEdits;
  const lines = tiled('streetEdits', 'lines');
  const link = (id: string, filter: ExpressionSpecification, dashes: number[]): LayerSpecification => ({
    id,
    type: 'line',
    ...lines,
    filter: ['all', IS_LINK, filter],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': palette.streetEdit.link,
      'line-width': closer(3),
      'line-opacity': opacity,
      'line-dasharray': dashes,
    },
  });
  return [
    {
      id: 'street-edits-target',
      type: 'line',
      ...lines,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': 'transparent', 'line-width': TARGET_PX },
    },
    {
      id: 'street-edits-marked',
      type: 'line',
      ...lines,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': palette.text,
        'line-width': ['case', SELECTED, 14, HOVERED, 12, 0],
        'line-opacity': ['case', SELECTED, 0.5, 0.25],
      },
    },
    {
      id: 'street-edits-band',
      type: 'line',
      ...lines,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.halo, 'line-width': closer(7), 'line-opacity': opacity },
    },
    {
      id: 'street-edits-teeth',
      type: 'line',
      ...lines,
      filter: IS_BARRIER,
      paint: {
        'line-color': palette.streetEdit.barrier,
        'line-width': closer(9),
        'line-opacity': opacity,
        'line-dasharray': [0.22, 0.78],
      },
    },
    {
      id: 'street-edits-barrier',
      type: 'line',
      ...lines,
      filter: IS_BARRIER,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.streetEdit.barrier, 'line-width': closer(3), 'line-opacity': opacity },
    },
    link('street-edits-link', JOINS, [2, 0.8]),
    link('street-edits-unjoined', ['!', JOINS], [0.6, 1.2]),
  ];
}

/** The names that people gave them, along the line. */
export function streetEditLabels({ palette }: MapLook): LayerSpecification {
  return {
    id: 'street-edits-label',
    type: 'symbol',
    ...tiled('streetEdits', 'lines'),
    minzoom: 13.5,
    layout: {
      'symbol-placement': 'line',
      'text-field': ['get', 'name'],
      'text-font': FONTS,
      'text-size': 11,
      'text-offset': [0, 1.1],
    },
    paint: {
      'text-color': ['match', ['get', 'kind'], 'link', palette.streetEdit.link, palette.streetEdit.barrier],
      'text-halo-color': palette.halo,
      'text-halo-width': 1.5,
    },
  };
}
