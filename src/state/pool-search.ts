import type { AuditDigest } from '../analysis/api.ts';
import type { Plan } from '../core/plan/plan.ts';
import { deepEqual } from '../core/plan/deep-equal.ts';
import type { PoolReach } from '../core/siting/pools/pool-instance.ts';
import type { PoolSuggestions, SuggestedPool } from '../core/siting/pools/suggest-pools.ts';

/** Pools that were suggested, or are being looked for, and what they were found from. */
export interface PoolSearch {
  readonly state: 'searching' | 'done' | 'stopped';
  /** Null: none yet; after the search: no rule asks for a unit that could be shared. */
  readonly found: PoolSuggestions | null;
  readonly reach: PoolReach;
  readonly plan: Plan;
  readonly stamp: AuditDigest['stamp'];
}

/** What has become of a suggestion: still to be taken, taken, or its members are not what they were. */
export type SuggestionState = 'open' | 'accepted' | 'changed';

/** Members that are as they were can still be pooled; those in one pool by now have been. */
export function suggestionState({ members }: SuggestedPool, then: Plan, { areas }: Plan): SuggestionState {
  if (members.every(({ area }) => deepEqual(areas.get(area), then.areas.get(area)))) return 'open';
  const pools = new Set(members.map(({ area }) => areas.get(area)?.pool));
  return pools.size === 1 && !pools.has(undefined) ? 'accepted' : 'changed';
}
