import { closeFacility } from '../core/plan/close-facility.ts';
import type { EditRefusal } from '../core/plan/edit-refusal.ts';
import type { FacilityId } from '../core/plan/plan.ts';
import { nameOfRecord } from '../state/name-of-record.ts';
import type { Workspace } from '../state/workspace.ts';
import { commitEdit } from './commit-edit.ts';

/** Closes a facility as of the day that is judged: that is its last. Null: done. */
export function close(workspace: Workspace, id: FacilityId): EditRefusal | null {
  const { plan, asOf } = workspace.store.getState();
  const name = nameOfRecord(plan, 'facilities', id);
  return commitEdit(workspace, { kind: 'close-facility', name }, closeFacility(plan, { id, on: asOf }));
}
