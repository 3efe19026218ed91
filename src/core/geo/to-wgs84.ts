import type { Crs } from './crs.ts';
import type { LonLat } from './geometry.ts';
import { projectionOf } from './projection.ts';

/** Turns a position of some system into WGS84 degrees. */
export type ToWgs84 = (x: number, y: number) => LonLat;

/**
 * The conversion from a system to WGS84, or null where there is nothing to convert: CGCS2000 (EPSG:4490, GRS80) differs
 * from WGS84 by centimetres, and from the older datums no way is public (`crs_without_datum_shift` says so). A declared
 * GCJ-02 or BD-09 layer is taken at its word everywhere inside gcoord's outline of China, which includes Hong Kong, Macau
 * and Taiwan; outside that outline these systems equal WGS84.
 */
export function toWgs84(crs: Crs): ToWgs84 | null {
  return projectionOf(crs)?.toWgs84 ?? null;
}
