import type { IsoDate } from '../units.ts';
import { refuse, type EditRefusal } from './edit-refusal.ts';
import type { Change, Edit } from './edit.ts';
import type { FacilityId, Plan } from './plan.ts';

export interface Reopening {
  readonly id: FacilityId;
  /** The first day on which it is open again. */
  readonly on: IsoDate;
}

/**
 * Opens a facility that is closed or suspended, or whose last day is past: its status, and that day is unknown from now on.
 * When it opened for the first time stays as it is. Refused: `record_unknown`, `open_already`.
 */
export function reopenFacility({ facilities }: Plan, { id, on }: Reopening): Change | EditRefusal {
  const facility = facilities.get(id);
  if (facility === undefined) return refuse('record_unknown', { found: id });
  const { status, validTo } = facility;
  const edits: Edit[] = [];
  if (status !== undefined && status !== 'open') {
    edits.push({ table: 'facilities', id, field: 'status', from: status, to: 'open' });
  }
  if (validTo !== undefined && validTo <= on) {
    edits.push({ table: 'facilities', id, field: 'validTo', from: validTo, to: undefined });
  }
  return edits.length > 0 ? edits : refuse('open_already', {}, 'status');
}
