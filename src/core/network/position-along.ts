import type { LonLat } from '../geo/geometry.ts';
import type { StreetGraph } from './street-graph.ts';

type Shapes = Pick<StreetGraph, 'shapeStart' | 'shapeM' | 'shapeLon' | 'shapeLat'>;

/** The position on an edge so many metres from its start. */
export function positionAlong(
  { shapeStart, shapeM, shapeLon, shapeLat }: Shapes,
  edge: number,
  alongM: number,
): LonLat {
  const last = shapeStart[edge + 1]! - 1;
  let s = shapeStart[edge]!;
  while (s < last - 1 && shapeM[s + 1]! < alongM) s++;
  if (alongM >= shapeM[last]!) return [shapeLon[last]!, shapeLat[last]!];
  const share = (alongM - shapeM[s]!) / (shapeM[s + 1]! - shapeM[s]!) || 0;
  return [
    shapeLon[s]! + share * (shapeLon[s + 1]! - shapeLon[s]!),
    shapeLat[s]! + share * (shapeLat[s + 1]! - shapeLat[s]!),
  ];
}
