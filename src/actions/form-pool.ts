import { poolAreas } from '../core/plan/pool-edits.ts';
import type { AreaId, PoolId } from '../core/plan/plan.ts';
import { commit, type Workspace } from '../state/workspace.ts';
import { clearChosen } from './choose.ts';
import { select } from './select.ts';

/** Puts areas into a pool, a new one or one there is, as one step; then looks at it. */
export async function formPool(workspace: Workspace, pool: PoolId, areas: Iterable<AreaId>): Promise<void> {
  const change = poolAreas(workspace.store.getState().plan, areas, pool);
  if (change.length === 0) return;
  commit(workspace, { kind: 'pool', pool }, change);
  clearChosen(workspace);
  select(workspace, { kind: 'pool', id: pool });
  await workspace.audits.request();
}
