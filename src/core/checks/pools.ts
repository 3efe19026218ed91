import { issue, type Issue } from '../issue.ts';
import type { PoolId } from '../plan/plan.ts';
import { compareText } from '../units.ts';
import type { Booking } from './booking.ts';
import { householdsOf, type AuditContext } from './context.ts';

/** A pool (统筹组) after its members' reach was tested. Areas by position, ascending. */
export interface Pool {
  readonly id: PoolId;
  readonly members: readonly number[];
  /** Members that share the pool's need and space. */
  readonly remaining: readonly number[];
  /** Members that reach none of the shared facilities: each is judged alone. */
  readonly dropped: readonly number[];
}

/** Settles who belongs to each pool, in order of the pools' ids. */
export function settlePools(context: AuditContext, booking: Booking): { pools: Pool[]; issues: Issue[] } {
  const membersOf = new Map<PoolId, number[]>();
  for (const [a, area] of context.areas.entries()) {
    if (area.pool !== undefined) membersOf.set(area.pool, [...(membersOf.get(area.pool) ?? []), a]);
  }
  const pools = [...membersOf]
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, members]) => settlePool(context, booking, id, members));
  return { pools, issues: pools.flatMap((pool) => warningsOf(context, pool)) };
}

/** Settles who of the members of one pool belongs to it. */
export function settlePool(context: AuditContext, booking: Booking, id: PoolId, members: readonly number[]): Pool {
  const remaining = whoStay(context, booking, id, members);
  return { id, members, remaining, dropped: members.filter((member) => !remaining.includes(member)) };
}

/** Members drop out together, and the rest is tested again until nobody does. */
function whoStay(context: AuditContext, booking: Booking, pool: PoolId, members: readonly number[]): readonly number[] {
  let stay = members;
  for (;;) {
    const now = stay;
    stay = now.filter((member) => reachesShared(context, booking, pool, now, member));
    if (stay.length === now.length) return stay;
  }
}

/**
 * Whether any origin of a member reaches an open, building or planned facility booked to the pool or to another member.
 * Where there is none to test, or a place is unknown, the member stays.
 */
function reachesShared(
  context: AuditContext,
  booking: Booking,
  pool: PoolId,
  members: readonly number[],
  member: number,
): boolean {
  if (context.reach.origins.basis[member] === 'none') return true;
  const places = [context.placeOfPool.get(pool)!, ...members.filter((other) => other !== member)];
  const shared = new Set(
    booking.parts
      .list(places.map((place) => ({ place, explicitOnly: false })))
      .map(({ facility }) => facility)
      .filter((facility) => context.withPlanned[facility]),
  );
  if (shared.size === 0) return true;
  return [...shared].some((facility) => {
    const catchment = context.poolCatchments.get(context.facilities[facility]!.id);
    return !catchment || catchment.area.includes(member);
  });
}

/** Households up to which a member counts as small; null where neither the standard nor a setting draws a line. */
export function smallHouseholds(context: AuditContext): number | null {
  const set = context.settings.pool_small_households;
  return set ?? breakEvenHouseholds(context);
}

/** Households at which the new-build rate calls for exactly one single unit: below, build that unit or pool. */
export function breakEvenHouseholds(context: AuditContext): number | null {
  const rate = context.rules.floor_area_rate_new?.value;
  const unit = context.rules.single_unit_floor_area?.value;
  return rate && unit ? (unit * 100) / rate : null;
}

function warningsOf(context: AuditContext, { id, members, dropped }: Pool): Issue[] {
  const limit = smallHouseholds(context);
  return members.flatMap((member) => {
    const area = context.areas[member]!;
    const where = { input: 'areas', id: area.id, column: 'pool' } as const;
    const households = householdsOf(context, area);
    const issues: Issue[] = [];
    if (limit !== null && households !== undefined && households > limit) {
      issues.push(issue('pool_member_not_small', where, { pool: id, households, limit }));
    }
    if (dropped.includes(member)) issues.push(issue('pool_member_out_of_reach', where, { pool: id }));
    return issues;
  });
}
