import type { IsoDate } from '../core/units.ts';
import type { Workspace } from '../state/workspace.ts';

/** Judges the state of another day. */
export async function setAsOf(workspace: Workspace, asOf: IsoDate): Promise<void> {
  if (workspace.store.getState().asOf === asOf) return;
  workspace.store.setState({ asOf });
  await workspace.audits.request();
}
