import type { MultiPolygon, Point, Polygon } from 'geojson';

declare const frame: unique symbol;

/** A GeoJSON geometry whose coordinate frame is part of its type: one frame cannot be passed where another is meant. */
export type InFrame<G, F extends string> = G & { readonly [frame]: F };

/** Longitude and latitude in degrees on WGS84 (CGCS2000 is treated as the same at this scale). */
export type Wgs84<G> = InFrame<G, 'wgs84'>;

/** What an area, a facility or a unit may have for a shape. Opaque: replaced whole, never edited in place. */
export type PlaceGeometry = Wgs84<Point> | Wgs84<Polygon> | Wgs84<MultiPolygon>;

/** Degrees on WGS84, longitude first. */
export type LonLat = readonly [lon: number, lat: number];

/** Vouches that a geometry's coordinates are WGS84 degrees. Only readers that have converted and checked them may call it. */
export function asWgs84<G extends Point | Polygon | MultiPolygon>(geometry: G): Wgs84<G> {
  return geometry as Wgs84<G>;
}
