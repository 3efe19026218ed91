import type { PlaceGeometry } from '../geo/geometry.ts';
import type { Change } from './edit.ts';
import { freshId } from './fresh-id.ts';
import { refusePlace, type PlaceRefusal } from './place-refusal.ts';
import type { Candidate, Plan } from './plan.ts';

export interface NewCandidate extends Partial<Omit<Candidate, 'id' | 'geometry'>> {
  readonly geometry: PlaceGeometry;
}

/**
 * Puts a candidate site on the map under an id of its own. Refused: `outside_world`, `too_few_positions`,
 * `self_intersecting`.
 */
export function addCandidate({ candidates }: Plan, candidate: NewCandidate): Change | PlaceRefusal {
  const to: Candidate = { kind: 'other', ...candidate, id: freshId(candidates, 'C') };
  return refusePlace(candidate.geometry) ?? [{ table: 'candidates', id: to.id, from: undefined, to }];
}
