import type { LineString, MultiPolygon, Point, Polygon } from 'geojson';
import type { LonLat } from '../../core/geo/geometry.ts';
import type { Said } from '../../core/tiles/feature-collector.ts';

/** Something that the map draws (WGS84), and what it needs to know of it. */
export interface DrawnThing {
  readonly geometry: Point | LineString | Polygon | MultiPolygon;
  readonly said: Said;
}

export function pointAt([lon, lat]: LonLat): Point {
  return { type: 'Point', coordinates: [lon, lat] };
}
