import type { Workspace } from '../state/workspace.ts';
import type { Selection } from '../state/workspace-state.ts';
import { toggleChosen } from './choose.ts';
import { select } from './select.ts';

/** What a press on the map does: looks at what is there, or chooses it where one more is wanted. */
export function pick(workspace: Workspace, selection: Selection, more: boolean): void {
  if (!more && !workspace.store.getState().choosing) {
    select(workspace, selection);
    return;
  }
  // Beside a thing there is nothing to choose.
  if (selection.kind === 'area' || selection.kind === 'facility') toggleChosen(workspace, selection.kind, selection.id);
}
