import type { Workspace } from '../state/workspace.ts';
import { reopenProject } from './reopen-project.ts';

/** Takes the open project from the tab that has it, as that tab left it. */
export async function takeOver(workspace: Workspace): Promise<void> {
  const { store, keeper } = workspace;
  await keeper.look();
  const { kept, project } = store.getState();
  const found = kept.state === 'ready' ? kept.projects.find(({ id }) => id === project.id) : undefined;
  if (found !== undefined) await reopenProject(workspace, found, true);
}
