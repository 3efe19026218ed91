import type { PlaceGeometry } from '../geo/geometry.ts';
import type { Change } from './edit.ts';
import { freshId } from './fresh-id.ts';
import { refusePlace, type PlaceRefusal } from './place-refusal.ts';
import type { Parcel, Plan } from './plan.ts';

export interface NewParcel extends Partial<Omit<Parcel, 'id' | 'geometry'>> {
  readonly geometry: PlaceGeometry;
}

/**
 * Puts a parcel reserved for elder care on the map under an id of its own. Refused: `outside_world`,
 * `too_few_positions`, `self_intersecting`.
 */
export function addParcel({ parcels }: Plan, parcel: NewParcel): Change | PlaceRefusal {
  const to: Parcel = { use: 'elder_care', ...parcel, id: freshId(parcels, 'P') };
  return refusePlace(parcel.geometry) ?? [{ table: 'parcels', id: to.id, from: undefined, to }];
}
