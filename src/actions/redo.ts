import { redoStep } from '../state/history.ts';
import { apply, type Workspace } from '../state/workspace.ts';

/** Does the step again that was taken back last. */
export async function redo(workspace: Workspace): Promise<void> {
  const move = redoStep(workspace.store.getState().history);
  if (move === null) return;
  apply(workspace, move);
  await workspace.audits.request();
}
