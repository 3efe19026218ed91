import type { Workspace } from '../state/workspace.ts';

/** Judges by another standard. */
export async function chooseStandard(workspace: Workspace, standardId: string): Promise<void> {
  workspace.store.setState({ standardId });
  await workspace.audits.request();
}
