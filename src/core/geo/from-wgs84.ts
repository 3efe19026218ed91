import type { Crs } from './crs.ts';
import { projectionOf } from './projection.ts';

/** Turns WGS84 degrees into a position of some system. */
export type FromWgs84 = (lon: number, lat: number) => readonly [x: number, y: number];

/** The conversion from WGS84 to a system, the inverse of `toWgs84`, or null where there is nothing to convert. */
export function fromWgs84(crs: Crs): FromWgs84 | null {
  return projectionOf(crs)?.fromWgs84 ?? null;
}
