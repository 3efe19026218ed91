import { undoStep } from '../state/history.ts';
import { apply, type Workspace } from '../state/workspace.ts';

/** Takes the last step back. */
export async function undo(workspace: Workspace): Promise<void> {
  const move = undoStep(workspace.store.getState().history);
  if (move === null) return;
  apply(workspace, move);
  await workspace.audits.request();
}
