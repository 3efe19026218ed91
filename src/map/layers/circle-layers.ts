import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { CROWD } from './facility-layers.ts';
import { closer, tiled, type MapLook } from './look.ts';

/** Dashes of what is only estimated by straight line; a walked edge is whole. */
const ESTIMATE_DASHES = [4, 2];
const ESTIMATE: FilterSpecification = ['==', ['get', 'estimate'], true];
const WALKED: FilterSpecification = ['!=', ['get', 'estimate'], true];

/** How far people walk: where all circles end, their thirds, or each facility's own. */
export function circleLayers(look: MapLook): LayerSpecification[] {
  const { palette, layers, facilityCount, minutes } = look;
  const { of, opacity } = layers.circles;
  if (of === 'each') {
    // A metropolis from afar would be all circles.
    const far = facilityCount > CROWD ? 0.2 : 1;
    const nearer = (value: number): ExpressionSpecification => [
      'interpolate',
      ['linear'],
      ['zoom'],
      10,
      value * far * opacity,
      13,
      value * opacity,
    ];
    return [
      {
        id: 'circles-fill',
        type: 'fill',
        ...tiled('circles', 'areas'),
        paint: { 'fill-color': palette.circle, 'fill-opacity': nearer(0.05) },
      },
      ...edges(tiled('circles', 'areas'), 'circles-line', palette.circle, 1.1, nearer(0.7)),
    ];
  }
  const shown: FilterSpecification = of === 'union' ? ['==', ['get', 'minutes'], minutes] : ['has', 'minutes'];
  return [
    ...(of === 'bands'
      ? [
          {
            id: 'bands-fill',
            type: 'fill' as const,
            ...tiled('bands', 'areas'),
            paint: { 'fill-color': palette.circle, 'fill-opacity': 0.1 * opacity },
          },
        ]
      : []),
    ...edges(tiled('bands', 'areas'), 'bands-line', palette.circle, 1.6, 0.9 * opacity, shown),
  ];
}

/** The circle of the selected facility, in thirds, over everything that covers the ground. */
export function selectedCircleLayers({ palette }: MapLook): LayerSpecification[] {
  return [
    {
      id: 'facility-bands-fill',
      type: 'fill',
      source: 'facilityBands',
      paint: { 'fill-color': palette.circle, 'fill-opacity': 0.1 },
    },
    ...edges({ source: 'facilityBands' }, 'facility-bands-line', palette.circle, 2, 1),
  ];
}

function edges(
  source: { readonly source: string; readonly 'source-layer'?: string },
  id: string,
  colour: string,
  width: number,
  opacity: number | ExpressionSpecification,
  shown?: FilterSpecification,
): LayerSpecification[] {
  const line = (suffix: string, kind: FilterSpecification, dashes?: number[]): LayerSpecification => ({
    id: `${id}${suffix}`,
    type: 'line',
    ...source,
    filter: (shown ? ['all', kind, shown] : kind) as FilterSpecification,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': colour,
      'line-width': closer(width),
      'line-opacity': opacity,
      ...(dashes ? { 'line-dasharray': dashes } : {}),
    },
  });
  return [line('', WALKED), line('-estimate', ESTIMATE, ESTIMATE_DASHES)];
}
