import type { AuditContext } from './context.ts';
import type { AreaResult, Check, CheckId, PoolResult, Summary, UnitResult, Verdict } from './result.ts';
import type { CircleCoverage } from './walk-circle.ts';

type Counts = Partial<Record<Verdict, number>>;

/** Checks that only units carry: counted over units. All others are counted over areas. */
const UNIT_CHECKS: ReadonlySet<CheckId> = new Set([
  'subdistrict_centre',
  'community_station',
  'county_institution',
  'nursing_beds',
]);

/** Totals of a whole audit: each pool's gap once, elders only where they and the place are known. */
export function summarise(
  context: AuditContext,
  areas: readonly AreaResult[],
  pools: readonly PoolResult[],
  units: readonly UnitResult[],
  coverage: CircleCoverage,
): Summary {
  const byVerdict: Counts = {};
  const byCheck: Partial<Record<CheckId, Counts>> = {};
  for (const area of areas) {
    count(byVerdict, area.verdict);
    for (const check of area.checks) count((byCheck[check.check] ??= {}), check.verdict);
  }
  for (const check of units.flatMap((unit) => unit.checks)) {
    if (UNIT_CHECKS.has(check.check)) count((byCheck[check.check] ??= {}), check.verdict);
  }
  let elders = 0;
  let covered = 0;
  let notLocated = 0;
  let without = 0;
  for (const [a, area] of context.areas.entries()) {
    const share = coverage.today.share[a]!;
    if (area.elders === undefined) {
      without++;
      continue;
    }
    elders += area.elders;
    if (Number.isNaN(share)) notLocated += area.elders;
    else covered += area.elders * share;
  }
  const single = areas.flatMap((area) => area.checks).filter((check) => !check.reasons.includes('in_pool'));
  const pooled = pools.flatMap((pool) => pool.checks);
  const counties = units.filter(({ level }) => level === 'county').flatMap((unit) => unit.checks);
  return {
    areas: areas.length,
    by_verdict: byVerdict,
    by_check: byCheck,
    elders,
    elders_covered: covered,
    elders_not_located: notLocated,
    areas_without_elders: without,
    floor_gap_m2: sumGaps([...single, ...pooled], 'floor_area'),
    land_gap_m2: sumGaps(counties, 'land_per_person'),
    status_blank: context.facilities.filter(({ status }) => status === undefined).length,
  };
}

function count(counts: Counts, verdict: Verdict): void {
  counts[verdict] = (counts[verdict] ?? 0) + 1;
}

function sumGaps(checks: readonly Check[], id: CheckId): number {
  return checks.reduce((sum, { check, gap }) => (check === id ? sum + (gap ?? 0) : sum), 0);
}
