import { dissolvePool as dissolve } from '../core/plan/pool-edits.ts';
import type { PoolId } from '../core/plan/plan.ts';
import { commit, type Workspace } from '../state/workspace.ts';
import { select } from './select.ts';

/** Takes a pool off its areas and facilities: each is judged and booked by itself again. */
export async function dissolvePool(workspace: Workspace, pool: PoolId): Promise<void> {
  const { plan, selection } = workspace.store.getState();
  const change = dissolve(plan, pool);
  if (change.length === 0) return;
  commit(workspace, { kind: 'dissolve-pool', pool }, change);
  if (selection?.kind === 'pool' && selection.id === pool) select(workspace, null);
  await workspace.audits.request();
}
