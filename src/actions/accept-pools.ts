import { asWgs84 } from '../core/geo/geometry.ts';
import type { Change } from '../core/plan/edit.ts';
import { freePoolName, poolAreas } from '../core/plan/pool-edits.ts';
import type { Facility, Plan } from '../core/plan/plan.ts';
import type { SuggestedPool } from '../core/siting/pools/suggest-pools.ts';
import { TOLERANCE } from '../core/units.ts';
import { commit, type Workspace } from '../state/workspace.ts';
import type { Texts } from '../text/texts.ts';

/** Accepts suggested pools as one step; `withUnits`: with their units, planned, where they would stand. */
export async function acceptPools(
  workspace: Workspace,
  pools: readonly SuggestedPool[],
  withUnits: boolean,
  { pools: t }: Texts,
): Promise<void> {
  const { plan } = workspace.store.getState();
  const taken = new Set<string>();
  const change: Change = pools.flatMap((suggested) => {
    const name = freePoolName(plan, t.newName, taken);
    taken.add(name);
    const members = poolAreas(
      plan,
      suggested.members.map(({ area }) => area),
      name,
    );
    if (!withUnits) return members;
    const unit = plannedUnit(plan, suggested, name, t.unitName(name));
    return [...members, { table: 'facilities', id: unit.id, from: undefined, to: unit } as const];
  });
  if (change.length === 0) return;
  commit(workspace, { kind: 'suggested-pools', count: pools.length }, change);
  await workspace.audits.request();
}

function plannedUnit({ facilities }: Plan, { unitM2, place }: SuggestedPool, pool: string, name: string): Facility {
  let id = name;
  while (facilities.has(id)) id += '+';
  return {
    id,
    name,
    type: 'station',
    status: 'planned',
    // What is to be built is rounded up: a hundredth less would not do.
    floorAreaM2: Math.ceil(unitM2 * 100 - TOLERANCE) / 100,
    pool,
    geometry: asWgs84({ type: 'Point', coordinates: [...place.at] }),
  };
}
