import { changeStreetEdit as changeOf, type StreetEditFields } from '../core/plan/change-street-edit.ts';
import type { StreetEditId } from '../core/plan/plan.ts';
import type { PlaceRefusal } from '../core/plan/place-refusal.ts';
import { commit, type Workspace } from '../state/workspace.ts';

/** Sets fields of a barrier or a link as one undoable step and judges anew. Refused: the reason, and nothing changes. */
export async function changeStreetEdit(
  workspace: Workspace,
  id: StreetEditId,
  fields: StreetEditFields,
): Promise<PlaceRefusal | null> {
  const { plan } = workspace.store.getState();
  const change = changeOf(plan, id, fields);
  if (typeof change === 'string') return change;
  if (change.length === 0) return null;
  commit(workspace, { kind: 'change-street-edit', edit: plan.streetEdits.get(id)! }, change);
  await workspace.audits.request();
  return null;
}
