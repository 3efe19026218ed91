import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';

/** The explained walk: whole along streets, dashed where it is only a straight line. */
export function walkLayers(palette: Palette): LayerSpecification[] {
  const rounded = { 'line-cap': 'round', 'line-join': 'round' } as const;
  return [
    {
      id: 'walk-casing',
      type: 'line',
      source: 'walk',
      layout: rounded,
      paint: { 'line-color': palette.halo, 'line-width': 7 },
    },
    {
      id: 'walk',
      type: 'line',
      source: 'walk',
      filter: ['==', ['get', 'estimate'], false],
      layout: rounded,
      paint: { 'line-color': palette.text, 'line-width': 3.5 },
    },
    {
      id: 'walk-estimate',
      type: 'line',
      source: 'walk',
      filter: ['==', ['get', 'estimate'], true],
      paint: { 'line-color': palette.text, 'line-width': 2.5, 'line-dasharray': [2, 1.5] },
    },
    {
      id: 'walk-start',
      type: 'circle',
      source: 'walk',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 5,
        'circle-color': palette.halo,
        'circle-stroke-color': palette.text,
        'circle-stroke-width': 2.5,
      },
    },
  ];
}
