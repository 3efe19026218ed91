import type { MultiPolygon, Point, Polygon, Position } from 'geojson';

/** A geometry as well-known text (OGC 06-103r4 §7), every digit of its numbers kept. */
export function writeWkt(geometry: Point | Polygon | MultiPolygon): string {
  if (geometry.type === 'Point') return `POINT (${positionText(geometry.coordinates)})`;
  if (geometry.type === 'Polygon') return `POLYGON ${polygonText(geometry.coordinates)}`;
  return `MULTIPOLYGON (${geometry.coordinates.map(polygonText).join(', ')})`;
}

function polygonText(rings: readonly Position[][]): string {
  return `(${rings.map((ring) => `(${ring.map(positionText).join(', ')})`).join(', ')})`;
}

function positionText([x, y]: Position): string {
  return `${x} ${y}`;
}
