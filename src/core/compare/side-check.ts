import { NO_CHECK } from '../checks/area-columns.ts';
import { VERDICTS, type AreaCheckId } from '../checks/result.ts';
import type { JudgedSide } from './judged-side.ts';
import type { Stood } from './kind-of-difference.ts';

/** A check of an area on one side. NaN is unknown or not applicable. */
export interface SideCheck extends Stood {
  /** Position in `VERDICTS`, or `NO_CHECK`. */
  readonly code: number;
  readonly required: number;
  readonly counted: number;
}

const NOT_THERE: SideCheck = {
  code: NO_CHECK,
  verdict: null,
  required: NaN,
  counted: NaN,
  gap: NaN,
  overdue: false,
};

/** A check of the area at a position; −1: it is not on this side. */
export function sideCheck({ audit: { columns } }: JudgedSide, a: number, check: AreaCheckId): SideCheck {
  if (a < 0) return NOT_THERE;
  const { verdict, required, counted, gap } = columns.checks[check];
  const code = verdict[a]!;
  return {
    code,
    verdict: code === NO_CHECK ? null : VERDICTS[code]!,
    required: required[a]!,
    counted: counted[a]!,
    gap: gap[a]!,
    // The clause on floor area is the one that sets a deadline.
    overdue: check === 'floor_area' && columns.daysOverdue[a]! > 0,
  };
}
