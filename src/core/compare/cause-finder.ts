import type { AreaCheckId } from '../checks/result.ts';
import { isCircleDestination } from '../plan/facility-tiers.ts';
import type { AreaId, FacilityId } from '../plan/plan.ts';
import type { RuleKey } from '../standards/standard.ts';
import { areaDifferences, type AreaCause } from './area-differences.ts';
import type { AreaFigure, Both, DifferenceCause, RuleDifference } from './comparison.ts';
import { Contributions, sameContribution } from './contributions.ts';
import { differingParts } from './differing-parts.ts';
import { facilityDifferences, type FacilityCause } from './facility-differences.ts';
import type { JudgedSide } from './judged-side.ts';
import { figureDiffers } from './rule-differences.ts';
import { settingDifferences, walkingDifferences } from './walking-differences.ts';

/** What is known of a difference before it is asked why. */
export interface CheckDifference {
  readonly area: AreaId;
  readonly check: AreaCheckId;
  /** Positions of the area on either side; -1: not there. */
  readonly at: Both<number>;
  readonly requiredDiffers: boolean;
  readonly countedDiffers: boolean;
  readonly verdictDiffers: boolean;
  readonly overdueDiffers: boolean;
}

/** Causes that come back are the same objects, so that a list of differences can hold each of them once. */
export class CauseFinder {
  private readonly sides: Both<JudgedSide>;
  private readonly contributions: Both<Contributions>;
  private readonly facilities: ReadonlyMap<FacilityId, readonly FacilityCause[]>;
  private readonly rules: ReadonlyMap<RuleKey, DifferenceCause>;
  private readonly walking: readonly DifferenceCause[];
  private readonly settings: Readonly<Record<AreaCheckId, readonly DifferenceCause[]>>;
  private readonly reachedBy: ReadonlyMap<AreaId, readonly FacilityId[]>;
  private readonly areas = new Map<AreaId, readonly AreaCause[]>();
  private readonly made = new Map<string, DifferenceCause>();

  constructor(sides: Both<JudgedSide>, rules: readonly RuleDifference[]) {
    const { left, right } = sides;
    this.sides = sides;
    this.contributions = { left: new Contributions(left), right: new Contributions(right) };
    this.facilities = facilityDifferences({ left: left.audit.context, right: right.audit.context });
    this.rules = new Map(rules.filter(figureDiffers).map((one) => [one.rule, { code: 'rule', ...one }]));
    this.walking = walkingDifferences(sides, this.rules.get('circle_minutes') ?? null);
    const ofSpace = settingDifferences(sides, ['per_hundred', 'persons_per_household']);
    this.settings = {
      floor_area: ofSpace,
      single_unit: [...settingDifferences(sides, ['single_unit']), ...ofSpace],
      walk_circle: settingDifferences(sides, ['circle_share']),
      land_per_person: settingDifferences(sides, ['land_per']),
    };
    this.reachedBy = this.whoReachesWhatDiffers();
  }

  /** Why a check of an area differs: one cause at least. */
  of(difference: CheckDifference): DifferenceCause[] {
    const { at, check, verdictDiffers, requiredDiffers, countedDiffers, overdueDiffers } = difference;
    if (at.left < 0 || at.right < 0) {
      const side = at.left < 0 ? 'right' : 'left';
      return [this.once(`only ${side}`, () => ({ code: 'area_only', side }))];
    }
    const unexplained = verdictDiffers && !requiredDiffers && !countedDiffers;
    const causes = new Set<DifferenceCause>();
    if (requiredDiffers || unexplained) this.addNeed(causes, difference);
    if (check === 'walk_circle') {
      if (countedDiffers || unexplained) this.addReach(causes, difference);
    } else this.addSpace(causes, difference);
    // A gap that closed or opened is told of by what closed or opened it.
    if (overdueDiffers && !verdictDiffers) causes.add(this.overdue(at));
    // Where nothing is asked on one side, what is asked is unknown on both: only the verdict differs.
    if (causes.size === 0) this.addNeed(causes, difference);
    if (causes.size === 0) causes.add(this.several());
    return [...causes];
  }

  /** Rules and settings that say how much is asked, and the figures that it is asked of. */
  private addNeed(causes: Set<DifferenceCause>, difference: CheckDifference): void {
    for (const rule of this.rulesOf(difference)) {
      const cause = this.rules.get(rule);
      if (cause) causes.add(cause);
    }
    for (const cause of this.settings[difference.check]) causes.add(cause);
    this.addFigures(causes, difference);
  }

  private rulesOf({ at, check }: CheckDifference): RuleKey[] {
    if (check === 'walk_circle') return ['circle_minutes'];
    if (check === 'land_per_person') return ['land_per_person'];
    const classes = new Set([...this.classesOf('left', at.left), ...this.classesOf('right', at.right)]);
    const rates: RuleKey[] = [];
    if (classes.has('new') || classes.has('unknown')) rates.push('floor_area_rate_new');
    if (classes.has('built') || classes.has('unknown')) rates.push('floor_area_rate_built');
    return check === 'floor_area' ? rates : ['single_unit_floor_area', ...rates];
  }

  private classesOf(side: keyof Both<unknown>, a: number): string[] {
    const { areas } = this.sides[side].audit.context;
    const members = this.contributions[side].poolOf(a)?.remaining ?? [a];
    return members.map((member) => areas[member]!.class);
  }

  /** Figures of the area that the check reads, and of those that share its pool. */
  private addFigures(causes: Set<DifferenceCause>, { area, at, check }: CheckDifference): void {
    const read = this.figuresOf(check);
    const ids = new Set([area]);
    if (check === 'floor_area' || check === 'single_unit') {
      for (const side of ['left', 'right'] as const) {
        const { areas } = this.sides[side].audit.context;
        for (const member of this.contributions[side].poolOf(at[side])?.remaining ?? []) ids.add(areas[member]!.id);
      }
      const reach = this.poolReach(at);
      if (reach) causes.add(reach);
    }
    for (const id of ids) {
      for (const cause of this.differencesOf(id)) {
        if (cause.code === 'area_figure' && read.includes(cause.figure)) causes.add(cause);
      }
    }
  }

  private figuresOf(check: AreaCheckId): AreaFigure['figure'][] {
    const { left, right } = this.sides;
    const either = [left.audit.context.settings, right.audit.context.settings];
    if (check === 'walk_circle') return [];
    if (check === 'land_per_person') return [...new Set(either.map(({ land_per: persons }) => persons))];
    const estimating = either.some(({ persons_per_household: estimate }) => estimate !== null);
    return ['households', 'class', 'settlement', 'pool', ...(estimating ? (['residents'] as const) : [])];
  }

  /** The area is in and out of the reach of one and the same pool. */
  private poolReach(at: Both<number>): DifferenceCause | null {
    const of = (side: keyof Both<unknown>) => ({
      pool: this.sides[side].audit.context.areas[at[side]]!.pool,
      pooled: this.sides[side].audit.columns.pooled[at[side]] === 1,
    });
    const [before, after] = [of('left'), of('right')];
    const { pool } = before;
    if (pool === undefined || pool !== after.pool || before.pooled === after.pooled) return null;
    return this.once(`reach ${pool} ${String(before.pooled)}`, () => ({
      code: 'pool_reach',
      pool,
      left: before.pooled,
      right: after.pooled,
    }));
  }

  /** Facilities that bring more or less than on the other side, each by what differs about itself; else why it is shared another way. */
  private addSpace(causes: Set<DifferenceCause>, difference: CheckDifference): void {
    const { area, check } = difference;
    if (check === 'walk_circle') return;
    const [before, after] = [this.contributions.left.of(area, check), this.contributions.right.of(area, check)];
    let shared = false;
    for (const id of new Set([...before.keys(), ...after.keys()])) {
      const own = (this.facilities.get(id) ?? []).filter(({ code }) => matters(check, code));
      const sameHere = sameContribution(before.get(id), after.get(id));
      // A building that grows may bring the same m² here and still be another unit.
      if (sameHere && !(check === 'single_unit' && own.length > 0)) continue;
      for (const cause of own) causes.add(cause);
      if (own.length === 0) shared = true;
    }
    if (!shared) return;
    this.addFigures(causes, difference);
    for (const cause of this.differencesOf(area)) if (cause.code === 'area_shape') causes.add(cause);
    for (const cause of this.walking) causes.add(cause);
    if (causes.size === 0) causes.add(SHARING);
  }

  /** What brings people within the circle, or puts them outside. */
  private addReach(causes: Set<DifferenceCause>, { area }: CheckDifference): void {
    for (const id of this.reachedBy.get(area) ?? []) {
      const own = this.facilities.get(id)!.filter(({ code }) => matters('walk_circle', code));
      const [before, after] = [this.contributions.left.reach(area, id), this.contributions.right.reach(area, id)];
      // Moved, it may be reached by as many and by others.
      if (sameContribution(before, after) && !own.some(({ code }) => code === 'facility_moved')) continue;
      for (const cause of own) causes.add(cause);
    }
    for (const cause of this.differencesOf(area)) if (cause.code === 'area_shape') causes.add(cause);
    for (const cause of this.walking) causes.add(cause);
  }

  /** Areas within the circle, on either side, of facilities that differ. */
  private whoReachesWhatDiffers(): ReadonlyMap<AreaId, readonly FacilityId[]> {
    const reached = new Map<AreaId, Set<FacilityId>>();
    for (const id of this.facilities.keys()) {
      for (const { audit } of [this.sides.left, this.sides.right]) {
        const { context } = audit;
        const facility = context.facilities[context.facilityIndex.get(id) ?? -1];
        if (!facility || !isCircleDestination(facility)) continue;
        for (const a of context.catchments.get(id)?.area ?? []) {
          const area = context.areas[a]!.id;
          reached.set(area, (reached.get(area) ?? new Set()).add(id));
        }
      }
    }
    return new Map([...reached].map(([area, ids]) => [area, [...ids]]));
  }

  private differencesOf(id: AreaId): readonly AreaCause[] {
    let found = this.areas.get(id);
    if (!found) {
      const { left, right } = this.sides;
      found = areaDifferences({ left: left.audit.context, right: right.audit.context }, id);
      this.areas.set(id, found);
    }
    return found;
  }

  private overdue(at: Both<number>): DifferenceCause {
    const stateOn = (side: keyof Both<unknown>) => {
      const { daysOverdue, deadline } = this.sides[side].audit.columns;
      const days = daysOverdue[at[side]]!;
      return { days: days > 0 ? days : null, date: deadline.dates[deadline.date[at[side]]!] ?? null };
    };
    const [before, after] = [stateOn('left'), stateOn('right')];
    const deadline = { left: before.date, right: after.date };
    return this.once(`overdue ${JSON.stringify([before, after])}`, () => ({
      code: 'overdue',
      deadline,
      left: before.days,
      right: after.days,
    }));
  }

  private several(): DifferenceCause {
    return this.once('several', () => ({ code: 'several', differing: differingParts(this.sides) }));
  }

  private once(key: string, make: () => DifferenceCause): DifferenceCause {
    let cause = this.made.get(key);
    if (!cause) {
      cause = make();
      this.made.set(key, cause);
    }
    return cause;
  }
}

const SHARING: DifferenceCause = { code: 'sharing' };

/** Whether something about a facility can tell in a check. */
function matters(check: AreaCheckId, code: FacilityCause['code']): boolean {
  if (code === 'facility_size') return check === 'floor_area' || check === 'single_unit';
  return code === 'facility_land' ? check === 'land_per_person' : true;
}
