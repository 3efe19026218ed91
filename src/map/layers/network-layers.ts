import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { closer, tiled, type MapLook } from './look.ts';

function byComponent<T extends string | number>(main: T, other: T, island: T): ExpressionSpecification {
  return ['match', ['get', 'component'], 'main', main, 'other', other, island] as unknown as ExpressionSpecification;
}

/** The walking network by what hangs together, and the places that did not get onto it. */
export function networkLayers({ palette, layers }: MapLook): LayerSpecification[] {
  const { opacity } = layers.network;
  const colour = byComponent(palette.network.main, palette.network.other, palette.network.island);
  const line = (id: string, steps: boolean): LayerSpecification => ({
    id,
    type: 'line',
    ...tiled('network', 'network'),
    filter: steps ? ['==', ['get', 'steps'], true] : ['!=', ['get', 'steps'], true],
    layout: { 'line-join': 'round', 'line-sort-key': byComponent(0, 1, 2) },
    paint: {
      'line-color': colour,
      'line-width': closer(byComponent(1, 2, 3)),
      'line-opacity': opacity,
      ...(steps ? { 'line-dasharray': [1, 0.6] } : {}),
    },
  });
  return [
    line('network-line', false),
    line('network-steps', true),
    {
      id: 'network-unsnapped',
      type: 'circle',
      ...tiled('unsnapped', 'points'),
      paint: {
        'circle-radius': ['match', ['get', 'state'], 'snapped_to_island', 4.5, 6],
        'circle-color': ['match', ['get', 'state'], 'snapped_to_island', palette.halo, palette.network.island],
        'circle-stroke-color': palette.network.island,
        'circle-stroke-width': 2,
        'circle-opacity': opacity,
        'circle-stroke-opacity': opacity,
      },
    },
  ];
}
