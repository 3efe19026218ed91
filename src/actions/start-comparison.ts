import { firstSides, type ComparedSides } from '../state/compare/compare-side.ts';
import type { Workspace } from '../state/workspace.ts';

/** Opens the comparison of two sides; without any, of the plan by the standard in use and by another. */
export function startComparison({ store }: Workspace, sides?: ComparedSides): void {
  store.setState({ comparison: sides ?? firstSides(store.getState()) });
}
