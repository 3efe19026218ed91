import { addStreetEdit as changeOf, type DrawnStreetEdit } from '../core/plan/add-street-edit.ts';
import type { PlaceRefusal } from '../core/plan/place-refusal.ts';
import { commit, type Workspace } from '../state/workspace.ts';

/** Adds a barrier or a link as one undoable step, looks at it and judges anew. Refused: the reason, and nothing changes. */
export async function addStreetEdit(workspace: Workspace, drawn: DrawnStreetEdit): Promise<PlaceRefusal | null> {
  const change = changeOf(workspace.store.getState().plan, drawn);
  if (typeof change === 'string') return change;
  commit(workspace, { kind: 'add-street-edit', edit: drawn }, change);
  const [added] = change;
  if (added?.table === 'streetEdits') {
    workspace.store.setState({ selection: { kind: 'streetEdit', id: added.id } });
  }
  await workspace.audits.request();
  return null;
}
