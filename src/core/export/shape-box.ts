import type { Position } from 'geojson';
import type { SourceShape } from '../import/read-shape.ts';

export type Box = readonly [minX: number, minY: number, maxX: number, maxY: number];

/** The smallest box around shapes, in their own system; null: there are none. */
export function boxOf(shapes: readonly SourceShape[]): Box | null {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  const add = ([x = NaN, y = NaN]: Position): void => {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  };
  for (const shape of shapes) {
    if (shape.type === 'Point') add(shape.coordinates);
    else if (shape.type === 'Polygon') for (const ring of shape.coordinates) ring.forEach(add);
    else for (const ring of shape.coordinates.flat()) ring.forEach(add);
  }
  return minX === Infinity ? null : [minX, minY, maxX, maxY];
}
