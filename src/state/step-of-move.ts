import { greatCircleMetres } from '../core/geo/distance.ts';
import { innerPosition } from '../core/geo/polygon.ts';
import type { RecordMove } from '../core/plan/move-record.ts';
import { placedRecord } from '../core/plan/placed-record.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { MapStepName } from './step-name.ts';

/** How the history calls a move: what is moved, and how far as the crow flies. */
export function stepOfMove(plan: Plan, { table, id, to }: RecordMove): MapStepName {
  const record = placedRecord(plan, { table, id });
  const metres = record?.geometry === undefined ? 0 : greatCircleMetres(innerPosition(record.geometry), to);
  return { kind: 'move', table, name: record?.name ?? id, metres: Math.round(metres) };
}
