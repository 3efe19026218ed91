import type { Catchment, Catchments } from '../access/catchments.ts';
import type { Reach } from '../access/reach.ts';
import { walkingMetres } from '../access/reach.ts';
import type { Area, AreaClass, AreaId, Facility, FacilityId, Plan } from '../plan/plan.ts';
import { DEFAULT_SETTINGS, type Settings } from '../plan/settings.ts';
import type { DatedValue, RuleKey, Standard } from '../standards/standard.ts';
import { valueInForce } from '../standards/value-in-force.ts';
import { compareText, type IsoDate } from '../units.ts';
import { countedAtDeadline, isOpen, onTheWay } from './facility-state.ts';
import { exactly, UNKNOWN, type Range } from './range.ts';
import type { CheckSource } from './result.ts';

/** One mark a facility, in the order of `AuditContext.facilities`: 1 where it counts. */
export type Mask = Uint8Array;

/**
 * What every check reads: the plan in a fixed order, who counts when, who walks where.
 * Areas and facilities are named by their position here; positions are sorted by id, so no sum depends on row order.
 */
export interface AuditContext {
  readonly plan: Plan;
  readonly standard: Standard;
  readonly asOf: IsoDate;
  readonly settings: Settings;
  readonly minutes: number;
  readonly circleM: number;
  readonly poolCircleM: number;
  readonly areas: readonly Area[];
  readonly areaIndex: ReadonlyMap<AreaId, number>;
  readonly facilities: readonly Facility[];
  readonly facilityIndex: ReadonlyMap<FacilityId, number>;
  readonly open: Mask;
  /** Open ones and those on the way. */
  readonly withPlanned: Mask;
  readonly reach: Reach;
  readonly catchments: Catchments;
  readonly poolCatchments: Catchments;
  readonly countedAt: (deadline: IsoDate) => Mask;
}

/** Positions of areas and facilities, and the settings in force: the part of the context that needs no reach. */
export function sortedById<T extends { readonly id: string }>(records: ReadonlyMap<string, T>): T[] {
  return [...records.values()].sort((a, b) => compareText(a.id, b.id));
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

export function auditContext(
  plan: Plan,
  standard: Standard,
  asOf: IsoDate,
  reach: Reach,
  catchments: Catchments,
  poolCatchments: Catchments,
): AuditContext {
  const settings = effectiveSettings(plan);
  const areas = sortedById(plan.areas);
  const facilities = sortedById(plan.facilities);
  const open = Uint8Array.from(facilities, (facility) => Number(isOpen(facility, asOf)));
  const withPlanned = Uint8Array.from(
    facilities,
    (facility, f) => open[f]! || Number(onTheWay(facility, asOf) !== null),
  );
  const atDeadline = new Map<IsoDate, Mask>();
  return {
    plan,
    standard,
    asOf,
    settings,
    ...circlesOf(standard, settings, asOf),
    areas,
    areaIndex: new Map(areas.map(({ id }, a) => [id, a])),
    facilities,
    facilityIndex: new Map(facilities.map(({ id }, f) => [id, f])),
    open,
    withPlanned,
    reach,
    catchments,
    poolCatchments,
    countedAt(deadline) {
      let mask = atDeadline.get(deadline);
      if (!mask) {
        mask = Uint8Array.from(facilities, (facility) => Number(countedAtDeadline(facility, deadline)));
        atDeadline.set(deadline, mask);
      }
      return mask;
    },
  };
}

/** A rule's figure on the as-of date. */
export function ruleOf({ standard, asOf }: AuditContext, rule: RuleKey): DatedValue | null {
  return valueInForce(standard, rule, asOf);
}

export function sourceOf({ standard }: AuditContext, value: DatedValue | null): CheckSource | null {
  return value && { document: standard.id, clause: value.clause, status: standard.status, quote: value.quote };
}

/** Areas of the catchment of a facility; none where it could not be placed. */
export function catchmentOf({ catchments }: AuditContext, facility: Facility): Catchment | undefined {
  return catchments.get(facility.id);
}

/** A class that floor area is judged by: an unknown one is judged as both. */
export type JudgedClass = Exclude<AreaClass, 'unknown'>;

/** Households as counted, or estimated from residents where the setting says so; undefined where unknown. */
export function householdsOf({ settings }: AuditContext, area: Area): number | undefined {
  if (area.households !== undefined || settings.persons_per_household === null) return area.households;
  return area.residents === undefined ? undefined : area.residents / settings.persons_per_household;
}

/** Floor area that households call for at a rate in m² per 100 households. */
export function floorAreaNeed({ settings }: AuditContext, rate: number, households: number | undefined): Range {
  if (households === undefined) return UNKNOWN;
  if (settings.per_hundred === 'started') return exactly(rate * Math.ceil(households / 100));
  return exactly((rate * households) / 100);
}
