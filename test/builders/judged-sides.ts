import { auditWithMemorySteps } from '../../src/core/checks/audit.ts';
import { AREA_CHECKS, VERDICTS, type AreaCheckId, type Verdict } from '../../src/core/checks/result.ts';
import { compareAuditsSteps } from '../../src/core/compare/compare-audits.ts';
import {
  DIFFERENCE_KINDS,
  type Comparison,
  type DifferenceCause,
  type DifferenceKind,
} from '../../src/core/compare/comparison.ts';
import type { JudgedSide } from '../../src/core/compare/judged-side.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { runSteps } from '../../src/core/progress.ts';
import { nantong } from './standards.ts';

/** A plan, judged by the Nantong draft unless told otherwise. */
export function judgedSide(plan: Plan, asOf = '2026-01-01', standard = nantong): JudgedSide {
  const input = { plan, streets: null, standard, asOf, version: 'test', inputs: [], inputIssues: [] };
  return { plan, audit: runSteps(auditWithMemorySteps(input, null)) };
}

export function compareSides(left: JudgedSide, right: JudgedSide): Comparison {
  return runSteps(compareAuditsSteps({ left, right }));
}

/** One row of a comparison, as words. */
export interface Told {
  readonly area: string;
  readonly check: AreaCheckId;
  readonly kind: DifferenceKind;
  readonly verdicts: readonly [Verdict | null, Verdict | null];
  readonly required: readonly [number, number];
  readonly counted: readonly [number, number];
  readonly gap: readonly [number, number];
  readonly delta: number;
  readonly causes: readonly DifferenceCause[];
}

export function toldRows({ rows, areaIds, causes }: Comparison): Told[] {
  const { left, right } = rows;
  return Array.from(rows.area, (area, r) => ({
    area: areaIds[area]!,
    check: AREA_CHECKS[rows.check[r]!]!,
    kind: DIFFERENCE_KINDS[rows.kind[r]!]!,
    verdicts: [VERDICTS[left.verdict[r]!] ?? null, VERDICTS[right.verdict[r]!] ?? null],
    required: [left.required[r]!, right.required[r]!],
    counted: [left.counted[r]!, right.counted[r]!],
    gap: [left.gap[r]!, right.gap[r]!],
    delta: rows.delta[r]!,
    causes: Array.from(rows.cause.subarray(rows.causeStart[r], rows.causeStart[r + 1]), (at) => causes[at]!),
  }));
}

export function rowOf(comparison: Comparison, area: string, check: AreaCheckId): Told {
  const found = toldRows(comparison).find((row) => row.area === area && row.check === check);
  if (!found) throw new Error(`expected a difference of ${area} in ${check}`);
  return found;
}

export function codesOf({ causes }: Told): string[] {
  return causes.map(({ code }) => code);
}
