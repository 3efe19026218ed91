import type { LonLat } from '../geo/geometry.ts';
import { innerPosition } from '../geo/polygon.ts';
import { shiftGeometry, shiftPosition } from '../geo/shift-geometry.ts';
import type { Change } from './edit.ts';
import { refusePlace, type PlaceRefusal } from './place-refusal.ts';
import { geometryEdit, placedRecord, type PlacedRecord } from './placed-record.ts';
import type { Plan } from './plan.ts';

export interface RecordMove extends PlacedRecord {
  /** Where its point, or the position inside its polygon, is to be. */
  readonly to: LonLat;
}

/**
 * Moves a facility, an area, a candidate site or a parcel. A polygon keeps its shape; an entrance goes along. Refused:
 * `record_unknown`, `not_located` (what has no place cannot be moved), `outside_world`.
 */
export function moveRecord(plan: Plan, { to, ...of }: RecordMove): Change | PlaceRefusal {
  const record = placedRecord(plan, of);
  if (record === undefined) return 'record_unknown';
  const { geometry } = record;
  if (geometry === undefined) return 'not_located';
  const from = innerPosition(geometry);
  const moved = shiftGeometry(geometry, from, to);
  const refused = refusePlace(moved);
  // A shape that crossed itself before may be moved like any other.
  if (refused !== null && refused !== 'self_intersecting') return refused;
  const change: Change = [geometryEdit(of, geometry, moved)];
  if (of.table !== 'facilities' || !('entrance' in record) || record.entrance === undefined) return change;
  const { entrance } = record;
  const edit = { table: of.table, id: of.id, field: 'entrance', from: entrance } as const;
  return [...change, { ...edit, to: shiftPosition(entrance, from, to) }];
}
