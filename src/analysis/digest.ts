import type { Audit } from '../core/checks/audit.ts';
import {
  AREA_CHECKS,
  VERDICTS,
  type AreaCheckId,
  type AreaResult,
  type DeadlineState,
  type Verdict,
} from '../core/checks/result.ts';
import { UNIT_LEVELS, type UnitLevel } from '../core/plan/plan.ts';
import {
  NO_CHECK,
  type AuditDigest,
  type AuditStamp,
  type CheckColumns,
  type DeadlineColumns,
  type UnitMembership,
} from './api.ts';

const CODE_OF = new Map<Verdict, number>(VERDICTS.map((verdict, code) => [verdict, code]));

/** Takes from each area's result what the screen needs: columns are small to hand over, quick to sort and filter. */
export class DigestBuilder {
  private readonly verdict: Uint8Array;
  private readonly checks: Record<AreaCheckId, CheckColumns>;
  private readonly coveredShare: Float64Array;
  private readonly eldersUncovered: Float64Array;
  private readonly nearestMinutes: Float64Array;
  private readonly daysOverdue: Float64Array;
  private readonly deadline: DeadlineColumns & { readonly dates: string[] };
  private readonly pooled: Uint8Array;

  constructor(areas: number) {
    const unknown = () => new Float64Array(areas).fill(NaN);
    this.verdict = new Uint8Array(areas);
    this.checks = Object.fromEntries(
      AREA_CHECKS.map((check) => [
        check,
        {
          verdict: new Uint8Array(areas).fill(NO_CHECK),
          required: unknown(),
          counted: unknown(),
          gap: unknown(),
          ratio: unknown(),
        },
      ]),
    ) as unknown as Record<AreaCheckId, CheckColumns>;
    this.coveredShare = unknown();
    this.eldersUncovered = unknown();
    this.nearestMinutes = unknown();
    this.daysOverdue = unknown();
    const none = () => new Uint8Array(areas).fill(NO_CHECK);
    this.deadline = { dates: [], date: none(), verdict: none() };
    this.pooled = new Uint8Array(areas);
  }

  add(result: AreaResult, a: number): void {
    this.verdict[a] = CODE_OF.get(result.verdict)!;
    this.coveredShare[a] = result.covered_share ?? NaN;
    this.eldersUncovered[a] = result.elders_uncovered ?? NaN;
    this.nearestMinutes[a] = result.nearest?.minutes ?? NaN;
    for (const check of result.checks) {
      const columns = this.checks[check.check as AreaCheckId];
      columns.verdict[a] = CODE_OF.get(check.verdict)!;
      columns.required[a] = check.required ?? NaN;
      columns.counted[a] = check.counted ?? NaN;
      columns.gap[a] = check.gap ?? NaN;
      columns.ratio[a] = check.ratio ?? NaN;
      if (check.reasons.includes('in_pool')) this.pooled[a] = 1;
      if (check.deadline) this.addDeadline(check.deadline, a);
    }
  }

  private addDeadline({ date, verdict, days_overdue: days }: DeadlineState, a: number): void {
    // NaN, where none was met yet, is not below anything.
    if (this.daysOverdue[a]! >= days) return;
    this.daysOverdue[a] = days;
    const { dates, date: dateOf, verdict: verdictOf } = this.deadline;
    if (!dates.includes(date)) dates.push(date);
    dateOf[a] = dates.indexOf(date);
    verdictOf[a] = verdict === null ? NO_CHECK : CODE_OF.get(verdict)!;
  }

  finish({ result, context }: Audit, stamp: AuditStamp): AuditDigest {
    const { verdict, checks, coveredShare, eldersUncovered, nearestMinutes, daysOverdue, deadline, pooled } = this;
    const { run, summary, issues } = result;
    const areaIds = context.areas.map(({ id }) => id);
    return {
      stamp,
      run,
      summary,
      areaIds,
      verdict,
      checks,
      coveredShare,
      eldersUncovered,
      nearestMinutes,
      daysOverdue,
      deadline,
      pooled,
      issues,
      membership: membershipOf(context),
    };
  }
}

function membershipOf({ areas, unitTree }: Audit['context']): UnitMembership {
  const unitOf = Object.fromEntries(
    UNIT_LEVELS.map((level) => [level, new Int32Array(areas.length).fill(-1)]),
  ) as unknown as Record<UnitLevel, Int32Array>;
  for (const [u, { level, areas: inside }] of unitTree.nodes.entries()) {
    const column = unitOf[level];
    for (const a of inside) column[a] = u;
  }
  return { paths: unitTree.nodes.map(({ path }) => path), unitOf };
}
