import { addStreetEdit as changeOf, type NewStreetEdit } from '../core/plan/add-street-edit.ts';
import type { PlaceRefusal } from '../core/plan/place-refusal.ts';
import { selectionOf } from '../state/tables-of-selection.ts';
import { commit, type Workspace } from '../state/workspace.ts';

/** Draws a barrier or a link on the streets as one step, and looks at it. Refused: the reason, and nothing changes. */
export async function addStreetEdit(workspace: Workspace, drawn: NewStreetEdit): Promise<PlaceRefusal | null> {
  const { store, audits } = workspace;
  const change = changeOf(store.getState().plan, drawn);
  if (typeof change === 'string') return change;
  const [edit] = change;
  if (edit === undefined || !('id' in edit)) return null;
  commit(workspace, { kind: 'add', table: 'streetEdits', name: edit.id }, change);
  store.setState({ selection: selectionOf('streetEdits', edit.id) });
  await audits.request();
  return null;
}
