import { lineMetres } from '../geo/distance.ts';
import type { LonLat } from '../geo/geometry.ts';
import type { PlaceRefusal } from './place-refusal.ts';

/** Shorter lines are a slip of the hand: they bar nothing and join nothing. */
const LEAST_M = 1;

/** The line as a plan keeps it: degrees, no position twice in a row. Refused: `outside_world`, `too_few_positions`. */
export function streetEditLine(drawn: readonly LonLat[]): readonly LonLat[] | PlaceRefusal {
  if (!drawn.every(isPosition)) return 'outside_world';
  const line = drawn
    .filter(([lon, lat], i) => i === 0 || lon !== drawn[i - 1]![0] || lat !== drawn[i - 1]![1])
    .map(([lon, lat]): LonLat => [lon, lat]);
  return lineMetres(line) < LEAST_M ? 'too_few_positions' : line;
}

function isPosition([lon, lat]: LonLat): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}
