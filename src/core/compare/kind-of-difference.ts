import { TOLERANCE } from '../units.ts';
import type { Verdict } from '../checks/result.ts';
import type { Both, DifferenceKind } from './comparison.ts';

/** How a check stands on a side: whether it is a gap, is none, or cannot be told. Null: it is not carried. */
type Standing = 'gap' | 'none' | 'undecided';

/** What a side says of one check of one area. `gap`: NaN where unknown or not asked. */
export interface Stood {
  readonly verdict: Verdict | null;
  readonly gap: number;
  readonly overdue: boolean;
}

/** What became of a check that differs. */
export function kindOfDifference({ left, right }: Both<Stood>): DifferenceKind {
  const [before, after] = [standingOf(left), standingOf(right)];
  if (before === 'undecided' || after === 'undecided') return 'unclear';
  if (before !== after) return after === 'gap' ? 'opened' : 'closed';
  if (before === 'none') return 'other';
  const delta = right.gap - left.gap;
  if (Math.abs(delta) > TOLERANCE) return delta > 0 ? 'worse' : 'better';
  if (left.verdict !== right.verdict) return right.verdict === 'short' ? 'worse' : 'better';
  return left.overdue === right.overdue ? 'other' : 'overdue';
}

/** Gap on the right less that on the left: nothing where nothing is asked, NaN where a side is unknown. */
export function gapDelta({ left, right }: Both<Stood>): number {
  return gapOf(right) - gapOf(left);
}

function gapOf({ verdict, gap }: Stood): number {
  return verdict === null || verdict === 'not_applicable' ? 0 : gap;
}

function standingOf({ verdict }: Stood): Standing {
  if (verdict === 'short' || verdict === 'met_if_built') return 'gap';
  return verdict === 'no_data' || verdict === 'depends_on_class' ? 'undecided' : 'none';
}
