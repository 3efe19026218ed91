import { removeStreetEdit as changeOf } from '../core/plan/remove-street-edit.ts';
import type { StreetEditId } from '../core/plan/plan.ts';
import type { PlaceRefusal } from '../core/plan/place-refusal.ts';
import { commit, type Workspace } from '../state/workspace.ts';

/** Takes a barrier or a link away as one undoable step and judges anew. Refused: the reason, and nothing changes. */
export async function removeStreetEdit(workspace: Workspace, id: StreetEditId): Promise<PlaceRefusal | null> {
  const { plan, selection } = workspace.store.getState();
  const change = changeOf(plan, id);
  if (typeof change === 'string') return change;
  commit(workspace, { kind: 'remove-street-edit', edit: plan.streetEdits.get(id)! }, change);
  if (selection?.kind === 'streetEdit' && selection.id === id) workspace.store.setState({ selection: null });
  await workspace.audits.request();
  return null;
}
