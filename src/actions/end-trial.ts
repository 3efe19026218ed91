import type { Workspace } from '../state/workspace.ts';

/** Lets go of what was tried: everything is judged as it stands. */
export async function endTrial({ store, audits }: Workspace): Promise<void> {
  if (store.getState().trial === null) return;
  store.setState({ trial: null });
  await audits.request();
}
