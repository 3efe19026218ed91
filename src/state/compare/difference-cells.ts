import { AREA_CHECKS, VERDICTS, type AreaCheckId, type Verdict } from '../../core/checks/result.ts';
import {
  DIFFERENCE_KINDS,
  type Both,
  type Comparison,
  type DifferenceCause,
  type DifferenceKind,
} from '../../core/compare/comparison.ts';
import type { AreaId } from '../../core/plan/plan.ts';
import { formatGap, formatNumber } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';

/** One difference, taken out of its columns. */
export interface DifferenceRow {
  readonly area: AreaId;
  readonly check: AreaCheckId;
  readonly kind: DifferenceKind;
  /** Null: not there, or not carried. */
  readonly verdicts: Both<Verdict | null>;
  /** NaN: unknown or not asked. */
  readonly gap: Both<number>;
  readonly delta: number;
  readonly causes: readonly DifferenceCause[];
}

export function differenceRow({ rows, areaIds, causes }: Comparison, r: number): DifferenceRow {
  const { left, right, cause, causeStart } = rows;
  return {
    area: areaIds[rows.area[r]!]!,
    check: AREA_CHECKS[rows.check[r]!]!,
    kind: DIFFERENCE_KINDS[rows.kind[r]!]!,
    verdicts: { left: VERDICTS[left.verdict[r]!] ?? null, right: VERDICTS[right.verdict[r]!] ?? null },
    gap: { left: left.gap[r]!, right: right.gap[r]! },
    delta: rows.delta[r]!,
    causes: Array.from(cause.subarray(causeStart[r], causeStart[r + 1]), (at) => causes[at]!),
  };
}

/** A gap in the check's unit: m², or per cent of the people. */
export function gapText(check: AreaCheckId, gap: number, { compare }: Texts): string {
  if (Number.isNaN(gap)) return compare.list.unknown;
  return check === 'walk_circle' ? `${formatNumber(gap * 100, 1)}%` : formatGap(gap);
}

/** By how much a gap grew, signed. */
export function deltaText(check: AreaCheckId, delta: number, texts: Texts): string {
  if (Number.isNaN(delta)) return texts.compare.list.unknown;
  const size = gapText(check, Math.abs(delta), texts);
  return delta > 0 ? `+${size}` : delta < 0 ? `−${size}` : '0';
}

/** What a side's gap says: where nothing is asked there is none. */
export function sideGapText({ check, verdicts, gap }: DifferenceRow, side: keyof Both<unknown>, texts: Texts): string {
  const verdict = verdicts[side];
  if (verdict === null || verdict === 'not_applicable') return texts.compare.list.notAsked;
  return gapText(check, gap[side], texts);
}
