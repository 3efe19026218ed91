import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { SurfaceId } from '../../state/map-layers.ts';
import { patternImage } from '../draw-image.ts';
import type { MapLook } from './look.ts';

/** A surface in the shades of its scale, the least known value lightest; what is not known is hatched, never light. */
export function surfaceLayers(look: MapLook, id: SurfaceId): LayerSpecification[] {
  const { layers, palette, breaks } = look;
  const shades = id === 'elders' ? palette.density : palette.access;
  const { opacity } = layers[id];
  return [
    {
      id: `${id}-fill`,
      type: 'fill',
      source: id,
      filter: ['!=', ['get', 'value'], null],
      paint: { 'fill-color': byClass(shades, breaks[id] ?? []), 'fill-opacity': 0.85 * opacity },
    },
    {
      id: `${id}-pattern`,
      type: 'fill',
      source: id,
      filter: ['==', ['get', 'value'], null],
      paint: { 'fill-pattern': patternImage('no_data'), 'fill-opacity': 0.7 * opacity },
    },
  ];
}

function byClass(shades: readonly string[], breaks: readonly number[]): ExpressionSpecification | string {
  // One class, or classes not found yet: a step needs at least one bound.
  if (breaks.length === 0) return shades[0] ?? '';
  const steps = breaks.flatMap((bound, i): (number | string)[] => [bound, shades[i + 1] ?? '']);
  return ['step', ['get', 'value'], shades[0] ?? '', ...steps] as unknown as ExpressionSpecification;
}
