import type { AuditContext } from './context.ts';
import type { AreaResult, Check, CheckId, PoolResult, Summary, UnitResult, Verdict } from './result.ts';

type Counts = Partial<Record<Verdict, number>>;

/** Checks that only units carry: counted over units. All others are counted over areas. */
const UNIT_CHECKS: ReadonlySet<CheckId> = new Set([
  'subdistrict_centre',
  'community_station',
  'county_institution',
  'nursing_beds',
]);

/** Totals of a whole audit, added up area by area: each pool's gap once, elders only where they and the place are known. */
export class Tally {
  /** Each area's verdict, by position. */
  readonly verdicts: Verdict[] = [];
  private readonly context: AuditContext;
  private readonly byVerdict: Counts = {};
  private readonly byCheck: Partial<Record<CheckId, Counts>> = {};
  private floorGap = 0;
  private elders = 0;
  private covered = 0;
  private notLocated = 0;
  private withoutElders = 0;

  constructor(context: AuditContext) {
    this.context = context;
  }

  /** Areas come in order of their position. */
  addArea(a: number, { verdict, checks, covered_share }: AreaResult): void {
    this.verdicts.push(verdict);
    count(this.byVerdict, verdict);
    for (const check of checks) {
      count((this.byCheck[check.check] ??= {}), check.verdict);
      if (check.check === 'floor_area' && !check.reasons.includes('in_pool')) this.floorGap += check.gap ?? 0;
    }
    const { elders } = this.context.areas[a]!;
    if (elders === undefined) {
      this.withoutElders++;
      return;
    }
    this.elders += elders;
    if (covered_share === null) this.notLocated += elders;
    else this.covered += elders * covered_share;
  }

  /** The whole, once all areas are in. */
  summary(pools: readonly PoolResult[], units: readonly UnitResult[]): Summary {
    for (const { checks } of units) {
      for (const { check, verdict } of checks) {
        if (UNIT_CHECKS.has(check)) count((this.byCheck[check] ??= {}), verdict);
      }
    }
    const counties = units.filter(({ level }) => level === 'county');
    return {
      areas: this.verdicts.length,
      by_verdict: this.byVerdict,
      by_check: this.byCheck,
      elders: this.elders,
      elders_covered: this.covered,
      elders_not_located: this.notLocated,
      areas_without_elders: this.withoutElders,
      floor_gap_m2: pools.reduce((sum, { checks }) => sum + gapOf(checks, 'floor_area'), this.floorGap),
      land_gap_m2: counties.reduce((sum, { checks }) => sum + gapOf(checks, 'land_per_person'), 0),
      status_blank: this.context.facilities.filter(({ status }) => status === undefined).length,
    };
  }
}

function count(counts: Counts, verdict: Verdict): void {
  counts[verdict] = (counts[verdict] ?? 0) + 1;
}

function gapOf(checks: readonly Check[], id: CheckId): number {
  return checks.find(({ check }) => check === id)?.gap ?? 0;
}
