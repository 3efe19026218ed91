import { moveRecord, type RecordMove } from '../core/plan/move-record.ts';
import type { PlacedTable } from '../core/plan/placed-record.ts';
import { stepOfMove } from '../state/step-of-move.ts';
import type { Workspace } from '../state/workspace.ts';

/** Tables whose places decide verdicts. */
const JUDGED: ReadonlySet<PlacedTable> = new Set(['facilities', 'areas']);

/** Shows what a move would come to without making it: verdicts and circles are judged as if it had been made. */
export function tryMove(workspace: Workspace, move: RecordMove): void {
  const { store, audits } = workspace;
  const { plan } = store.getState();
  const change = moveRecord(plan, move);
  if (typeof change === 'string') {
    store.setState({ refused: change });
    return;
  }
  store.setState({ trial: stepOfMove(plan, move), refused: null });
  if (JUDGED.has(move.table)) audits.attempt(change);
}
