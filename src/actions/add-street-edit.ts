import { addStreetEdit as add, type NewStreetEdit } from '../core/plan/add-street-edit.ts';
import { selectionOf } from '../state/tables-of-selection.ts';
import { commit, type Workspace } from '../state/workspace.ts';

/** Draws a barrier or a link on the streets, as one step. */
export async function addStreetEdit(workspace: Workspace, streetEdit: NewStreetEdit): Promise<void> {
  const { store, audits } = workspace;
  const change = add(store.getState().plan, streetEdit);
  if (typeof change === 'string') {
    store.setState({ refused: change });
    return;
  }
  const [edit] = change;
  if (edit === undefined || !('id' in edit)) return;
  commit(workspace, { kind: 'add', table: 'streetEdits', name: edit.id }, change);
  store.setState({ selection: selectionOf('streetEdits', edit.id), mapTool: 'select', refused: null });
  await audits.request();
}
