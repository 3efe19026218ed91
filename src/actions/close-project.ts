import { EMPTY_DOCUMENT } from '../core/plan/document.ts';
import { EMPTY_HISTORY } from '../state/history.ts';
import { NEW_PROJECT } from '../state/project.ts';
import { NO_FILTER, NOTHING_CHOSEN } from '../state/workspace-state.ts';
import { replaceDocument, type Workspace } from '../state/workspace.ts';
import { cancelWork } from './cancel-work.ts';

/** Puts everything that is open aside and goes back to the start page. What the device keeps of it stays there. */
export async function closeProject(workspace: Workspace): Promise<void> {
  cancelWork(workspace);
  await workspace.keeper.letGo(false);
  clear(workspace);
}

/** The same for what was only half opened: nothing of it stays on the device. */
export async function dropProject(workspace: Workspace): Promise<void> {
  cancelWork(workspace);
  await workspace.keeper.letGo(true);
  clear(workspace);
}

function clear(workspace: Workspace): void {
  const { standardId } = workspace.store.getState();
  const isShipped = workspace.shipped.standards.some(({ standard }) => standard.id === standardId);
  workspace.store.setState({
    imports: [],
    importOpen: false,
    project: NEW_PROJECT,
    saved: null,
    standards: workspace.shipped.standards,
    ...(isShipped ? {} : { standardId: workspace.shipped.standardId }),
    digest: null,
    auditMs: null,
    failures: [],
    selection: null,
    chosen: NOTHING_CHOSEN,
    choosing: false,
    poolSearch: null,
    bulkEdit: null,
    filter: NO_FILTER,
    mapTarget: null,
    mobileView: 'map',
  });
  replaceDocument(workspace, { document: EMPTY_DOCUMENT, history: EMPTY_HISTORY, inputs: [] });
}
