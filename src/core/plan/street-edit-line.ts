import { lineMetres } from '../geo/distance.ts';
import type { LonLat } from '../geo/geometry.ts';

/** Shorter lines are a slip of the hand: they bar nothing and join nothing. */
const LEAST_M = 1;

/**
 * Why a street edit is not made. `line_too_short`: less than a metre; `line_invalid`: a position that is no degrees;
 * `unknown`: the plan has no street edit of that id.
 */
export type StreetEditRefusal = 'line_too_short' | 'line_invalid' | 'unknown';

/** The line as a plan keeps it: degrees, no position twice in a row. */
export function streetEditLine(drawn: readonly LonLat[]): readonly LonLat[] | StreetEditRefusal {
  if (!drawn.every(isPosition)) return 'line_invalid';
  const line = drawn
    .filter(([lon, lat], i) => i === 0 || lon !== drawn[i - 1]![0] || lat !== drawn[i - 1]![1])
    .map(([lon, lat]): LonLat => [lon, lat]);
  return lineMetres(line) < LEAST_M ? 'line_too_short' : line;
}

function isPosition([lon, lat]: LonLat): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}
