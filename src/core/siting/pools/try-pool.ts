import type { Audit } from '../../checks/audit.ts';
import { householdsOf, type AuditContext } from '../../checks/context.ts';
import { ownNeed, rateOf, readAs, whyNotApplicable } from '../../checks/floor-area.ts';
import { smallHouseholds } from '../../checks/pools.ts';
import { exactValue } from '../../checks/range.ts';
import type { Check, ReasonCode } from '../../checks/result.ts';
import { suppose, type Supposition } from '../../checks/suppose.ts';
import type { Area, AreaId, Plan, PoolId } from '../../plan/plan.ts';
import type { Steps } from '../../progress.ts';
import { bestPlace, type ChosenPlace } from './best-place.ts';
import { poolPlacesSteps } from './pool-places.ts';

/** A pool as it would be: exactly these members, whatever pools they are in now. */
export interface PoolQuestion {
  readonly pool: PoolId;
  readonly members: readonly AreaId[];
}

/** What one member brings into a pool. */
export interface TriedMember {
  readonly area: AreaId;
  /** Null: unknown. */
  readonly households: number | null;
  /** m² per 100 households; null: the standard has none for it. Unknown classes are read as built. */
  readonly rate: number | null;
  /** Null: unknown. */
  readonly needM2: number | null;
  /** Why it brings no need. */
  readonly whyNone: ReasonCode | null;
  /** Larger than what counts as small. */
  readonly notSmall: boolean;
  /** Reaches none of the facilities that the others share: it would fall out. */
  readonly dropped: boolean;
  /** The pool that it would leave. */
  readonly leaves: PoolId | null;
}

/** How a pool would be judged, and where its unit could stand. */
export interface TriedPool {
  readonly pool: PoolId;
  readonly members: readonly TriedMember[];
  /** Null: no line is drawn. */
  readonly smallHouseholds: number | null;
  /** Σ of the members' needs; null: one is unknown. */
  readonly needM2: number | null;
  /** The least single unit; null: no member is asked for one. */
  readonly leastUnitM2: number | null;
  /** What one unit that meets everything by itself must measure; null: the need is unknown. */
  readonly unitM2: number | null;
  /** Circle within which members must reach what they share, m walked. */
  readonly circleM: number;
  readonly checks: readonly Check[];
  /** Null: no member reaches any place. */
  readonly place: ChosenPlace | null;
}

/** Judges a pool by the rules of the audit as if it were in the plan. Null: a member is not in the plan, or there is none. */
export function* tryPoolSteps(
  audit: Audit,
  plan: Plan,
  { pool, members: wanted }: PoolQuestion,
): Steps<TriedPool | null> {
  const { context } = audit;
  const members = wanted.map((id) => context.areaIndex.get(id) ?? -1).sort((a, b) => a - b);
  if (members.length === 0 || members.includes(-1)) return null;
  const supposed = suppose(audit, { pool }, supposition(context, pool, members));
  const limit = smallHouseholds(context);
  const tried = members.map((a) => {
    const area = context.areas[a]!;
    return {
      ...needOf(context, area),
      notSmall: limit !== null && (householdsOf(context, area) ?? 0) > limit,
      dropped: supposed.pool?.dropped.includes(a) ?? false,
      leaves: area.pool === undefined || area.pool === pool ? null : area.pool,
    };
  });
  const needM2 = tried.some((member) => member.needM2 === null)
    ? null
    : tried.reduce((sum, member) => sum + member.needM2!, 0);
  const least = context.rules.single_unit_floor_area?.value ?? null;
  const leastUnitM2 = members.some((a) => context.areas[a]!.class !== 'built') ? least : null;
  const unitM2 = needM2 === null ? null : Math.max(needM2, leastUnitM2 ?? 0);
  const places = yield* poolPlacesSteps(audit, plan, members);
  const weighted = members.map((a) => ({ a, households: householdsOf(context, context.areas[a]!) ?? 1 }));
  return {
    pool,
    members: tried,
    smallHouseholds: limit,
    needM2,
    leastUnitM2,
    unitM2,
    circleM: context.poolCircleM,
    checks: (['floor_area', 'single_unit'] as const).flatMap((id) => supposed.check(id) ?? []),
    place: bestPlace(places, weighted, unitM2 ?? 0),
  };
}

function needOf(context: AuditContext, area: Area) {
  const as = readAs(area, 'built');
  return {
    area: area.id,
    households: householdsOf(context, area) ?? null,
    rate: rateOf(context, as)?.value ?? null,
    needM2: exactValue(ownNeed(context, area, as)),
    whyNone: whyNotApplicable(context, area, as),
  };
}

/** Exactly these members, and what is built for the pool already. */
function supposition(context: AuditContext, pool: PoolId, members: readonly number[]): Supposition {
  const areas = context.areas.flatMap((area, a) => {
    if (members.includes(a)) return { ...area, pool };
    if (area.pool !== pool) return [];
    const { pool: _, ...alone } = area;
    return alone;
  });
  // Until it has a member, a pool's facilities are booked nowhere.
  const waiting = context.placeOfPool.has(pool) ? [] : context.facilities.filter((facility) => facility.pool === pool);
  return { areas, facilities: waiting };
}
