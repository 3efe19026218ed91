import type { MultiPolygon, Polygon, Position } from 'geojson';

/** Every ring of a polygon or of several, outlines and holes, in their order. */
export function ringsOf(geometry: Polygon | MultiPolygon): readonly Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** The same polygons with other rings, one for each, in the same order. */
export function withRings<G extends Polygon | MultiPolygon>(geometry: G, rings: readonly Position[][]): G {
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: rings };
  let next = 0;
  return { ...geometry, coordinates: geometry.coordinates.map((part) => part.map(() => rings[next++]!)) };
}
