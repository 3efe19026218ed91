import { moveAlong, type Workspace } from '../state/workspace.ts';

/** Does the next undone step again. */
export async function redo(workspace: Workspace): Promise<void> {
  moveAlong(workspace, 'redo');
  await workspace.audits.request();
}
