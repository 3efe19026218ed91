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
  private readonly floorGap = new GapSum();
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
      if (check.check === 'floor_area' && !check.reasons.includes('in_pool')) this.floorGap.add(check);
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
    for (const { checks } of pools) this.floorGap.addIf(checks, 'floor_area');
    const landGap = new GapSum();
    for (const { level, checks } of units) if (level === 'county') landGap.addIf(checks, 'land_per_person');
    return {
      areas: this.verdicts.length,
      by_verdict: this.byVerdict,
      by_check: this.byCheck,
      elders: this.elders,
      elders_covered: this.covered,
      elders_not_located: this.notLocated,
      areas_without_elders: this.withoutElders,
      floor_gap_m2: this.floorGap.m2,
      floor_gap_undecided: this.floorGap.undecided,
      land_gap_m2: landGap.m2,
      counties: units.filter(({ level }) => level === 'county').length,
      land_gap_undecided: landGap.undecided,
      status_blank: this.context.facilities.filter(({ status }) => status === undefined).length,
    };
  }
}

function count(counts: Counts, verdict: Verdict): void {
  counts[verdict] = (counts[verdict] ?? 0) + 1;
}

/** A sum of gaps, and how many could not be told. */
class GapSum {
  m2 = 0;
  undecided = 0;

  add({ gap, verdict }: Check): void {
    this.m2 += gap ?? 0;
    if (verdict === 'no_data') this.undecided++;
  }

  addIf(checks: readonly Check[], id: CheckId): void {
    const check = checks.find((one) => one.check === id);
    if (check) this.add(check);
  }
}
