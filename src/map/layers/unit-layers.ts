import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { UNIT_LEVELS, type UnitLevel } from '../../core/plan/plan.ts';
import { closer, FONTS, HOVERED, SELECTED, tiled, type MapLook } from './look.ts';

const WIDTH: Readonly<Record<UnitLevel, number>> = { city: 2.6, county: 2.2, subdistrict: 1.6, community: 1 };

/** Boundaries down to the level asked for, the higher the stronger; names are those of the level itself. */
export function unitLayers({ palette, layers }: MapLook): LayerSpecification[] {
  const { level, opacity } = layers.units;
  const shown = UNIT_LEVELS.slice(0, UNIT_LEVELS.indexOf(level) + 1);
  return [
    ...shown.toReversed().map((one): LayerSpecification => ({
      id: `units-line-${one}`,
      type: 'line',
      ...tiled('units', 'areas'),
      filter: ['==', ['get', 'level'], one],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.unit,
        'line-width': closer(WIDTH[one]),
        'line-opacity': 0.85 * opacity,
        'line-dasharray': one === 'community' ? [2, 2] : [6, 2, 1.5, 2],
      },
    })),
    {
      id: 'units-marked',
      type: 'line',
      ...tiled('units', 'areas'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.text, 'line-width': ['case', SELECTED, 3, HOVERED, 2, 0] },
    },
  ];
}

export function unitLabels({ palette, layers }: MapLook): LayerSpecification {
  const { level } = layers.units;
  const filter: FilterSpecification = ['==', ['get', 'level'], level];
  return {
    id: 'units-label',
    type: 'symbol',
    ...tiled('units', 'names'),
    filter,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONTS,
      'text-size': ['interpolate', ['linear'], ['zoom'], 10, 12, 14, 16],
      'text-letter-spacing': 0.15,
      'text-padding': 6,
    },
    paint: { 'text-color': palette.unit, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
  };
}
