import { moveRecord, type RecordMove } from '../core/plan/move-record.ts';
import { stepOfMove } from '../state/step-of-move.ts';
import { commit, type Workspace } from '../state/workspace.ts';

/** Moves a thing on the map, as one step that says how far. */
export async function movePlace(workspace: Workspace, move: RecordMove): Promise<void> {
  const { store, audits } = workspace;
  const { plan } = store.getState();
  const change = moveRecord(plan, move);
  if (typeof change === 'string') {
    store.setState({ refused: change, trial: null });
  } else {
    commit(workspace, stepOfMove(plan, move), change);
    store.setState({ trial: null, refused: null });
  }
  await audits.request();
}
