import { effectOf, type Effect } from './effect-of.ts';
import type { EffectBase } from './effect-base.ts';
import { isOutOfDate } from './selectors.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** What the last step did; `effect` null: it is being judged. */
export interface LastEffect {
  readonly base: EffectBase;
  readonly effect: Effect | null;
}

/**
 * What the last step did, told from the audits before and after it. Null: there was none, or another standard or day judges by
 * now, and what changed is not the step's doing alone.
 */
export function lastEffect(state: WorkspaceState): LastEffect | null {
  const { effectBase: base, digest } = state;
  // While something is tried, the audit is of what is tried.
  if (base === null || digest === null || state.trial !== null) return null;
  const { standardSha256, asOf } = base.before.stamp;
  if (isOutOfDate(state)) return { base, effect: null };
  if (digest.stamp.standardSha256 !== standardSha256 || digest.stamp.asOf !== asOf) return null;
  return { base, effect: effectOf(base.before, digest) };
}
