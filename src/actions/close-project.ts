import { EMPTY_PLAN } from '../core/plan/plan.ts';
import { EMPTY_HISTORY } from '../state/history.ts';
import { NEW_PROJECT } from '../state/project.ts';
import { NO_FILTER } from '../state/workspace-state.ts';
import type { Workspace } from '../state/workspace.ts';
import { cancelWork } from './cancel-work.ts';

/** Puts everything that is open aside and goes back to the start page. What the device keeps of it stays there. */
export async function closeProject(workspace: Workspace): Promise<void> {
  cancelWork(workspace);
  await workspace.keeper.settle();
  clear(workspace);
}

/** The same for what was only half opened: it must not take the place of what the device has. */
export function dropProject(workspace: Workspace): void {
  cancelWork(workspace);
  workspace.keeper.drop();
  clear(workspace);
}

function clear(workspace: Workspace): void {
  const { store, patches } = workspace;
  const version = store.getState().planVersion + 1;
  store.setState({
    plan: EMPTY_PLAN,
    planVersion: version,
    inputs: [],
    imports: [],
    importOpen: false,
    project: NEW_PROJECT,
    history: EMPTY_HISTORY,
    digest: null,
    auditMs: null,
    failures: [],
    selection: null,
    bulkEdit: null,
    filter: NO_FILTER,
    mapTarget: null,
    mobileView: 'map',
  });
  // The analysis starts again from nothing.
  patches.send([{ base: 0, version, change: [], last: true }]);
}
