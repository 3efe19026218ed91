import type { LayerSpecification } from 'maplibre-gl';
import { candidateImage } from '../draw-image.ts';
import { FONTS, HELD, HOVERED, SELECTED, tiled, type MapLook } from './look.ts';

/** Sites that could take a facility: told from facilities by their dashed sign. */
export function candidateLayers({ palette, layers }: MapLook): LayerSpecification[] {
  const { opacity } = layers.candidates;
  return [
    {
      id: 'candidates-marked',
      type: 'circle',
      ...tiled('candidates', 'points'),
      paint: {
        'circle-radius': ['case', HELD, 0, SELECTED, 14, HOVERED, 11, 0],
        'circle-color': palette.halo,
        'circle-opacity': ['case', SELECTED, 0.9, 0.7],
        'circle-stroke-color': palette.text,
        'circle-stroke-width': ['case', HELD, 0, SELECTED, 2.5, 0],
      },
    },
    {
      id: 'candidates',
      type: 'symbol',
      ...tiled('candidates', 'points'),
      layout: {
        'icon-image': [
          'match',
          ['get', 'kind'],
          'idle_building',
          candidateImage('idle_building'),
          'vacant_plot',
          candidateImage('vacant_plot'),
          candidateImage('other'),
        ],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 9, 0.5, 12, 0.8, 15, 1.1],
        'icon-allow-overlap': true,
        'icon-padding': 0,
      },
      paint: { 'icon-opacity': ['case', HELD, 0, opacity] },
    },
  ];
}

export function candidateLabels({ palette }: MapLook): LayerSpecification {
  return {
    id: 'candidates-label',
    type: 'symbol',
    ...tiled('candidates', 'points'),
    minzoom: 13.5,
    layout: {
      'text-field': ['coalesce', ['get', 'name'], ['get', 'id']],
      'text-font': FONTS,
      'text-size': 11,
      'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
      'text-radial-offset': 1.3,
      'text-max-width': 9,
    },
    paint: { 'text-color': palette.candidate, 'text-halo-color': palette.halo, 'text-halo-width': 1.5 },
  };
}
