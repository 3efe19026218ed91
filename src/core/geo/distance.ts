import type { LonLat } from './geometry.ts';

/** Mean earth radius in metres (IUGG R1). The only earth radius in the project. */
export const EARTH_RADIUS_M = 6_371_008.8;

const RADIANS_PER_DEGREE = Math.PI / 180;

/** Great-circle distance in metres between two positions in degrees (haversine formula). */
export function greatCircleMetres(from: LonLat, to: LonLat): number {
  const fromLat = from[1] * RADIANS_PER_DEGREE;
  const toLat = to[1] * RADIANS_PER_DEGREE;
  const sinHalfLat = Math.sin((toLat - fromLat) / 2);
  const sinHalfLon = Math.sin(((to[0] - from[0]) * RADIANS_PER_DEGREE) / 2);
  const h = sinHalfLat * sinHalfLat + Math.cos(fromLat) * Math.cos(toLat) * sinHalfLon * sinHalfLon;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Great-circle metres along a line. */
export function lineMetres(line: readonly LonLat[]): number {
  return line.reduce((sum, at, i) => (i === 0 ? 0 : sum + greatCircleMetres(line[i - 1]!, at)), 0);
}

/** Metres a degree of latitude spans, and a degree of longitude at the given latitude (degrees). */
export function metresPerDegree(lat: number): { perLon: number; perLat: number } {
  const perLat = EARTH_RADIUS_M * RADIANS_PER_DEGREE;
  return { perLon: perLat * Math.cos(lat * RADIANS_PER_DEGREE), perLat };
}
