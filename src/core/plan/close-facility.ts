import type { IsoDate } from '../units.ts';
import { refuse, type EditRefusal } from './edit-refusal.ts';
import type { Change, Edit } from './edit.ts';
import type { FacilityId, Plan } from './plan.ts';

export interface Closure {
  readonly id: FacilityId;
  /** The last day on which it may be counted. */
  readonly on: IsoDate;
}

/**
 * Closes a facility: its status, and its last day unless that is past already. Refused: `record_unknown`, `closed_already`,
 * `closed_before_start`.
 */
export function closeFacility({ facilities }: Plan, { id, on }: Closure): Change | EditRefusal {
  const facility = facilities.get(id);
  if (facility === undefined) return refuse('record_unknown', { found: id });
  const { status, validFrom, validTo } = facility;
  if (status === 'closed') return refuse('closed_already', {}, 'status');
  if (validFrom !== undefined && on < validFrom) {
    return refuse('closed_before_start', { found: on, expected: validFrom }, 'valid_to');
  }
  const edits: Edit[] = [{ table: 'facilities', id, field: 'status', from: status, to: 'closed' }];
  // A lease that ended earlier ended then: what counted on a deadline between the two days must not change.
  if (validTo === undefined || on < validTo) {
    edits.push({ table: 'facilities', id, field: 'validTo', from: validTo, to: on });
  }
  return edits;
}
