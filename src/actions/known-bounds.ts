import type { PlaceGeometry } from '../core/geo/geometry.ts';
import { boundsOf, type Bounds } from '../core/geo/polygon.ts';

/** Boxes of shapes, kept as long as the shapes are: they never change. */
const KNOWN = new WeakMap<PlaceGeometry, Bounds>();

/** The box around a shape, measured once: while a table comes in parts, not all at the end. */
export function knownBounds(geometry: PlaceGeometry): Bounds {
  let bounds = KNOWN.get(geometry);
  if (bounds === undefined) {
    bounds = boundsOf(geometry);
    KNOWN.set(geometry, bounds);
  }
  return bounds;
}
