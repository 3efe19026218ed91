import { poolAreas } from '../core/plan/pool-edits.ts';
import type { AreaId } from '../core/plan/plan.ts';
import { commit, type Workspace } from '../state/workspace.ts';

/** Takes one area out of its pool. */
export async function leavePool(workspace: Workspace, id: AreaId): Promise<void> {
  const { plan } = workspace.store.getState();
  const { pool, name } = plan.areas.get(id) ?? {};
  if (pool === undefined) return;
  commit(workspace, { kind: 'leave-pool', pool, area: name ?? id }, poolAreas(plan, [id], undefined));
  await workspace.audits.request();
}
