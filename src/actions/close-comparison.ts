import type { Workspace } from '../state/workspace.ts';

/** Leaves the comparison; the analysis lets go of its sides. */
export function closeComparison({ store, analysis }: Workspace): void {
  store.setState({ comparison: null });
  // A worker that broke down has nothing to let go of, and is told of elsewhere.
  analysis.closeComparison().catch(() => undefined);
}
