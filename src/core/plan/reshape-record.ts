import type { PlaceGeometry } from '../geo/geometry.ts';
import type { Change } from './edit.ts';
import { refusePlace, type PlaceRefusal } from './place-refusal.ts';
import { geometryEdit, placedRecord, type PlacedRecord } from './placed-record.ts';
import type { Plan } from './plan.ts';

export interface RecordShape extends PlacedRecord {
  readonly geometry: PlaceGeometry;
}

/**
 * Gives a record another shape, or a place where it had none. Refused: `record_unknown`, `too_few_positions`,
 * `outside_world`, `self_intersecting`.
 */
export function reshapeRecord(plan: Plan, { geometry, ...of }: RecordShape): Change | PlaceRefusal {
  const record = placedRecord(plan, of);
  if (record === undefined) return 'record_unknown';
  return refusePlace(geometry) ?? [geometryEdit(of, record.geometry, geometry)];
}
