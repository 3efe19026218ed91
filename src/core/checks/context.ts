import type { Catchments } from '../access/catchments.ts';
import type { Reach } from '../access/reach.ts';
import { walkingMetres } from '../access/reach.ts';
import type { Area, AreaClass, Plan } from '../plan/plan.ts';
import { DEFAULT_SETTINGS, type Settings } from '../plan/settings.ts';
import { RULE_UNITS, type DatedValue, type RuleKey, type Standard } from '../standards/standard.ts';
import { valueInForce } from '../standards/value-in-force.ts';
import type { IsoDate } from '../units.ts';
import { countedAtDeadline, isOpen, onTheWay } from './facility-state.ts';
import type { PlanIndex } from './plan-index.ts';
import { exactly, UNKNOWN, type Range } from './range.ts';
import type { CheckSource, ReasonCode } from './result.ts';

/** One mark a facility, in the order of `PlanIndex.facilities`: 1 where it counts. */
export type Mask = Uint8Array;

/** What every check reads: the plan in a fixed order, the rules of the day, who counts when, who walks where. */
export interface AuditContext extends PlanIndex {
  readonly standard: Standard;
  readonly rules: Readonly<Record<RuleKey, Rule | null>>;
  readonly asOf: IsoDate;
  readonly settings: Settings;
  readonly minutes: number;
  readonly circleM: number;
  readonly poolCircleM: number;
  readonly open: Mask;
  /** Open ones and those on the way. */
  readonly withPlanned: Mask;
  /** Why a facility is only on the way, by position; null where it is open or does not come. */
  readonly coming: readonly (ReasonCode | null)[];
  readonly reach: Reach;
  readonly catchments: Catchments;
  readonly poolCatchments: Catchments;
  readonly countedAt: (deadline: IsoDate) => Mask;
}

/** A rule's figure on the as-of date, with the citation that results carry. */
export interface Rule extends DatedValue {
  readonly source: CheckSource;
}

/** The settings of a plan, each one set. */
export function effectiveSettings(plan: Plan): Settings {
  return { ...DEFAULT_SETTINGS, ...plan.settings };
}

/** Metres of the service circle and of the circle that pools are tested by. */
export function circlesOf(
  standard: Standard,
  settings: Settings,
  asOf: IsoDate,
): { minutes: number; circleM: number; poolCircleM: number } {
  const minutes = settings.minutes ?? valueInForce(standard, 'circle_minutes', asOf)?.value ?? DEFAULT_CIRCLE_MINUTES;
  const poolMinutes = settings.pool_minutes ?? valueInForce(standard, 'pool_minutes', asOf)?.value ?? minutes;
  return {
    minutes,
    circleM: walkingMetres(minutes, settings.speed_km_h),
    poolCircleM: walkingMetres(poolMinutes, settings.speed_km_h),
  };
}

/** Where a standard names no circle, space is still shared by walking: the project's own subject, 15分钟养老服务圈. */
const DEFAULT_CIRCLE_MINUTES = 15;

/** Brings together what one audit reads. */
export function auditContext(
  index: PlanIndex,
  settings: Settings,
  standard: Standard,
  asOf: IsoDate,
  walks: Pick<AuditContext, 'reach' | 'catchments' | 'poolCatchments'>,
): AuditContext {
  const { facilities } = index;
  const open = Uint8Array.from(facilities, (facility) => Number(isOpen(facility, asOf)));
  const coming = facilities.map((facility, f) => (open[f] ? null : onTheWay(facility, asOf)));
  const withPlanned = Uint8Array.from(facilities, (_, f) => Number(open[f] === 1 || coming[f] !== null));
  const atDeadline = new Map<IsoDate, Mask>();
  return {
    ...index,
    ...walks,
    ...circlesOf(standard, settings, asOf),
    standard,
    rules: rulesOn(standard, asOf),
    asOf,
    settings,
    open,
    withPlanned,
    coming,
    countedAt: (deadline) => {
      let mask = atDeadline.get(deadline);
      if (!mask) {
        mask = Uint8Array.from(facilities, (facility) => Number(countedAtDeadline(facility, deadline)));
        atDeadline.set(deadline, mask);
      }
      return mask;
    },
  };
}

function rulesOn(standard: Standard, asOf: IsoDate): Record<RuleKey, Rule | null> {
  const keys = Object.keys(RULE_UNITS) as RuleKey[];
  const rules = keys.map((key) => {
    const value = valueInForce(standard, key, asOf);
    const { id: document, status } = standard;
    return [key, value && { ...value, source: { document, clause: value.clause, status, quote: value.quote } }];
  });
  return Object.fromEntries(rules) as Record<RuleKey, Rule | null>;
}

/** A class that floor area is judged by: an unknown one is judged as both. */
export type JudgedClass = Exclude<AreaClass, 'unknown'>;

/** Households as counted, or estimated from residents where the setting says so; undefined where unknown. */
export function householdsOf({ settings }: Pick<AuditContext, 'settings'>, area: Area): number | undefined {
  if (area.households !== undefined || settings.persons_per_household === null) return area.households;
  return area.residents === undefined ? undefined : area.residents / settings.persons_per_household;
}

/** Floor area that households call for at a rate in m² per 100 households. */
export function floorAreaNeed({ settings }: AuditContext, rate: number, households: number | undefined): Range {
  if (households === undefined) return UNKNOWN;
  if (settings.per_hundred === 'started') return exactly(rate * Math.ceil(households / 100));
  return exactly((rate * households) / 100);
}
