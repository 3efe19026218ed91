import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { CHOSEN, FONTS, HELD, HOVERED, SELECTED, tiled, type MapLook } from './look.ts';

/** From so many facilities on, a city seen whole would be all signs. */
export const CROWD = 400;

/** Facilities by shape and colour of their type; filled when open, outlined when on the way, crossed when closed. */
export function facilityLayers({
  palette,
  facilityCount,
  layers: {
    facilities: { opacity },
  },
}: MapLook): LayerSpecification[] {
  const crowded = facilityCount > CROWD;
  const icon: ExpressionSpecification = ['concat', 'facility ', ['get', 'type'], ' ', ['get', 'state']];
  return [
    {
      id: 'facilities-marked',
      type: 'circle',
      ...tiled('facilities', 'points'),
      paint: {
        'circle-radius': ['case', HELD, 0, SELECTED, 14, CHOSEN, 13, HOVERED, 11, 0],
        'circle-color': palette.halo,
        'circle-opacity': ['case', SELECTED, 0.9, 0.7],
        'circle-stroke-color': ['case', SELECTED, palette.text, palette.accent],
        'circle-stroke-width': ['case', HELD, 0, SELECTED, 2.5, CHOSEN, 4, 0],
      },
    },
    {
      id: 'facilities',
      type: 'symbol',
      ...tiled('facilities', 'points'),
      layout: {
        'icon-image': icon,
        'icon-size': crowded
          ? ['interpolate', ['linear'], ['zoom'], 9, 0.16, 11, 0.3, 13, 0.7, 15, 1.05]
          : ['interpolate', ['linear'], ['zoom'], 9, 0.3, 11, 0.45, 12.5, 0.7, 15, 1.05],
        'icon-allow-overlap': true,
        'icon-padding': 0,
        'symbol-sort-key': ['match', ['get', 'state'], 'open', 2, 'planned', 1, 0],
      },
      paint: { 'icon-opacity': ['case', HELD, 0, opacity] },
    },
  ];
}

export function facilityLabels({ palette }: MapLook): LayerSpecification {
  return {
    id: 'facilities-label',
    type: 'symbol',
    ...tiled('facilities', 'points'),
    minzoom: 13.5,
    layout: {
      'text-field': ['coalesce', ['get', 'name'], ['get', 'id']],
      'text-font': FONTS,
      'text-size': 11,
      'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
      'text-radial-offset': 1.3,
      'text-max-width': 9,
    },
    paint: { 'text-color': palette.text, 'text-halo-color': palette.halo, 'text-halo-width': 1.5 },
  };
}
