import { deleteRecords, type Deletion } from '../core/plan/delete-records.ts';
import type { EditRefusal } from '../core/plan/edit-refusal.ts';
import { nameOfRecord } from '../state/name-of-record.ts';
import type { Workspace } from '../state/workspace.ts';
import { commitEdit } from './commit-edit.ts';

/** Deletes records with what would then name nothing; what is selected and gone is not selected any more. Null: done. */
export function remove(workspace: Workspace, { table, ids }: Deletion): EditRefusal | null {
  const { plan } = workspace.store.getState();
  const name = nameOfRecord(plan, table, ids[0] ?? '');
  const refused = commitEdit(
    workspace,
    { kind: 'delete', table, name, records: ids.length },
    deleteRecords(plan, { table, ids }),
  );
  if (refused !== null) return refused;
  const kind = ({ areas: 'area', facilities: 'facility', candidates: 'candidate', parcels: 'parcel' } as const)[table];
  workspace.store.setState(({ selection }) =>
    selection?.kind === kind && ids.includes(selection.id) ? { selection: null } : {},
  );
  return null;
}
