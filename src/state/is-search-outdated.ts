import { deepEqual } from '../core/plan/deep-equal.ts';
import { isByOtherRules } from './selectors.ts';
import { suggestionState } from './pool-search.ts';
import type { WorkspaceState } from './workspace-state.ts';

/**
 * Whether pools might be suggested otherwise by now: another standard, date, setting, street, site or facility. What was
 * accepted of the suggestions themselves changes nothing for the others.
 */
export function isSearchOutdated(state: WorkspaceState): boolean {
  const { poolSearch: search, plan } = state;
  if (search === null) return false;
  const { stamp, plan: then } = search;
  if (isByOtherRules(state, stamp) || !deepEqual(plan.settings, then.settings)) return true;
  if (plan.population !== then.population) return true;
  const tables = ['candidates', 'parcels', 'streetEdits'] as const;
  if (tables.some((table) => !sameTable(plan[table], then[table]))) return true;
  const accepted = new Set(
    (search.found?.pools ?? []).flatMap((pool) =>
      suggestionState(pool, then, plan) === 'accepted' ? [plan.areas.get(pool.members[0]!.area)!.pool] : [],
    ),
  );
  const others = [...plan.facilities].filter(([id, { pool }]) => then.facilities.has(id) || !accepted.has(pool));
  return !sameTable(new Map(others), then.facilities);
}

/** Whether two tables hold the same records under the same ids: an edit that was taken back makes a new record. */
function sameTable(a: ReadonlyMap<string, object>, b: ReadonlyMap<string, object>): boolean {
  return a === b || (a.size === b.size && [...a].every(([id, record]) => deepEqual(record, b.get(id))));
}
