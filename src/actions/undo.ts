import { moveAlong, type Workspace } from '../state/workspace.ts';

/** Takes the last step back. */
export async function undo(workspace: Workspace): Promise<void> {
  moveAlong(workspace, 'undo');
  await workspace.audits.request();
}
