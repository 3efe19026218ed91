import type { PlaceGeometry } from '../geo/geometry.ts';
import type { Change } from './edit.ts';
import { freshId } from './fresh-id.ts';
import { refusePlace, type PlaceRefusal } from './place-refusal.ts';
import type { Facility, Plan } from './plan.ts';

export interface NewFacility extends Omit<Facility, 'id' | 'geometry' | 'type'> {
  readonly type?: Facility['type'];
  readonly geometry: PlaceGeometry;
}

/**
 * Puts a facility on the map under an id of its own. What is drawn does not stand yet: a planned station, unless said
 * otherwise. Refused: `outside_world`, `too_few_positions`, `self_intersecting`.
 */
export function addFacility({ facilities }: Plan, facility: NewFacility): Change | PlaceRefusal {
  const to: Facility = { type: 'station', status: 'planned', ...facility, id: freshId(facilities, 'F') };
  return refusePlace(facility.geometry) ?? [{ table: 'facilities', id: to.id, from: undefined, to }];
}
