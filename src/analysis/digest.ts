import type { Audit } from '../core/checks/audit.ts';
import { AREA_CHECKS, VERDICTS, type AreaCheckId, type AreaResult, type Verdict } from '../core/checks/result.ts';
import { NO_CHECK, type AuditDigest, type AuditStamp, type CheckColumns } from './api.ts';

const CODE_OF = new Map<Verdict, number>(VERDICTS.map((verdict, code) => [verdict, code]));

/** An audit as columns: small to hand over, quick to sort and filter. */
export function digestOf({ result }: Audit, stamp: AuditStamp): AuditDigest {
  const { areas } = result;
  const column = (of: (area: AreaResult) => number | null): Float64Array =>
    Float64Array.from(areas, (area) => of(area) ?? NaN);
  const verdict = Uint8Array.from(areas, (area) => CODE_OF.get(area.verdict)!);
  return {
    stamp,
    run: result.run,
    summary: result.summary,
    areaIds: areas.map(({ id }) => id),
    verdict,
    checks: Object.fromEntries(AREA_CHECKS.map((check) => [check, checkColumns(areas, check)])) as Record<
      AreaCheckId,
      CheckColumns
    >,
    coveredShare: column((area) => area.covered_share),
    eldersUncovered: column((area) => area.elders_uncovered),
    daysOverdue: column(({ checks }) =>
      checks.reduce<number | null>(
        (most, { deadline }) => (deadline ? Math.max(most ?? 0, deadline.days_overdue) : most),
        null,
      ),
    ),
    issues: result.issues,
  };
}

function checkColumns(areas: readonly AreaResult[], id: AreaCheckId): CheckColumns {
  const columns: CheckColumns = {
    verdict: new Uint8Array(areas.length).fill(NO_CHECK),
    required: new Float64Array(areas.length).fill(NaN),
    counted: new Float64Array(areas.length).fill(NaN),
    gap: new Float64Array(areas.length).fill(NaN),
    ratio: new Float64Array(areas.length).fill(NaN),
  };
  for (const [a, { checks }] of areas.entries()) {
    const check = checks.find((one) => one.check === id);
    if (!check) continue;
    columns.verdict[a] = CODE_OF.get(check.verdict)!;
    columns.required[a] = check.required ?? NaN;
    columns.counted[a] = check.counted ?? NaN;
    columns.gap[a] = check.gap ?? NaN;
    columns.ratio[a] = check.ratio ?? NaN;
  }
  return columns;
}
