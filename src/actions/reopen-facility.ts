import type { EditRefusal } from '../core/plan/edit-refusal.ts';
import type { FacilityId } from '../core/plan/plan.ts';
import { reopenFacility } from '../core/plan/reopen-facility.ts';
import { nameOfRecord } from '../state/name-of-record.ts';
import type { Workspace } from '../state/workspace.ts';
import { commitEdit } from './commit-edit.ts';

/** Opens a facility again on the day that is judged. Null: done. */
export function reopen(workspace: Workspace, id: FacilityId): EditRefusal | null {
  const { plan, asOf } = workspace.store.getState();
  const name = nameOfRecord(plan, 'facilities', id);
  return commitEdit(workspace, { kind: 'reopen-facility', name }, reopenFacility(plan, { id, on: asOf }));
}
