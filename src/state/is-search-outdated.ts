import { chosenStandard, streetsInUse } from './selectors.ts';
import { sameRecord, sameTable } from './same-records.ts';
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
  const otherRules =
    stamp.asOf !== state.asOf ||
    stamp.standardSha256 !== chosenStandard(state).sha256 ||
    stamp.streetsSha256 !== (streetsInUse(state)?.input.sha256 ?? null) ||
    !sameRecord(plan.settings, then.settings);
  if (otherRules || plan.population !== then.population) return true;
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
