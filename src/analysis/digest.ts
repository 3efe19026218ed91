import type { Audit } from '../core/checks/audit.ts';
import { AREA_CHECKS, VERDICTS, type AreaCheckId, type AreaResult, type Verdict } from '../core/checks/result.ts';
import { UNIT_LEVELS, type UnitLevel } from '../core/plan/plan.ts';
import { NO_CHECK, type AuditDigest, type AuditStamp, type CheckColumns, type UnitMembership } from './api.ts';

const CODE_OF = new Map<Verdict, number>(VERDICTS.map((verdict, code) => [verdict, code]));

/** Takes from each area's result what the screen needs: columns are small to hand over, quick to sort and filter. */
export class DigestBuilder {
  private readonly verdict: Uint8Array;
  private readonly checks: Record<AreaCheckId, CheckColumns>;
  private readonly coveredShare: Float64Array;
  private readonly eldersUncovered: Float64Array;
  private readonly daysOverdue: Float64Array;

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
    this.daysOverdue = unknown();
  }

  add(result: AreaResult, a: number): void {
    this.verdict[a] = CODE_OF.get(result.verdict)!;
    this.coveredShare[a] = result.covered_share ?? NaN;
    this.eldersUncovered[a] = result.elders_uncovered ?? NaN;
    for (const check of result.checks) {
      const columns = this.checks[check.check as AreaCheckId];
      columns.verdict[a] = CODE_OF.get(check.verdict)!;
      columns.required[a] = check.required ?? NaN;
      columns.counted[a] = check.counted ?? NaN;
      columns.gap[a] = check.gap ?? NaN;
      columns.ratio[a] = check.ratio ?? NaN;
      if (!check.deadline) continue;
      const most = this.daysOverdue[a]!;
      this.daysOverdue[a] = Math.max(Number.isNaN(most) ? 0 : most, check.deadline.days_overdue);
    }
  }

  finish({ result, context }: Audit, stamp: AuditStamp): AuditDigest {
    const { verdict, checks, coveredShare, eldersUncovered, daysOverdue } = this;
    const { run, summary, issues } = result;
    const areaIds = context.areas.map(({ id }) => id);
    const membership = membershipOf(context);
    const columns = { verdict, checks, coveredShare, eldersUncovered, daysOverdue };
    return { stamp, run, summary, areaIds, ...columns, issues, membership };
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
