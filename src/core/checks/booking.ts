import type { Catchment } from '../access/catchments.ts';
import { standsAt } from '../access/locate.ts';
import { issue, type Issue } from '../issue.ts';
import { isEligibleFloorArea } from '../plan/facility-tiers.ts';
import type { Facility, PoolId } from '../plan/plan.ts';
import { TOLERANCE } from '../units.ts';
import { BookedParts, PartsWriter } from './booked-parts.ts';
import { householdsOf, type AuditContext } from './context.ts';
import type { UnbookedReason } from './result.ts';

/** What booking depends on: no date and no standard. */
type BookingGround = Pick<
  AuditContext,
  'areas' | 'areaIndex' | 'areasAt' | 'placeOfPool' | 'facilities' | 'catchments' | 'settings'
>;

/** A 配建 room in no polygon belongs to the nearest point area within this distance, and says so. */
const ASSUMED_WITHIN_M = 100;

export interface UnbookedPart {
  readonly facility: number;
  /** Null: the facility's floor area is unknown. */
  readonly m2: number | null;
  readonly reason: UnbookedReason;
}

/** Where every square metre of eligible floor area went, each one once. It does not depend on who is open when. */
export interface Booking {
  /** Places are the areas by position, and after them the pools (`placeOfPool`). */
  readonly parts: BookedParts;
  readonly unbooked: readonly UnbookedPart[];
  readonly issues: readonly Issue[];
}

/** Books the floor area of all eligible facilities: named areas first, then the pool, then the estate it stands in, then the circle. */
export function bookFloorArea(context: BookingGround): Booking {
  const ledger = new Ledger();
  for (const [f, facility] of context.facilities.entries()) {
    if (!isEligibleFloorArea(facility)) continue;
    if (facility.serves && facility.serves.length > 0) bookServed(context, ledger, f, facility);
    else if (facility.pool !== undefined) bookToPool(context, ledger, f, facility, facility.pool);
    else if (!bookToEstate(context, ledger, f, facility)) bookToCircle(context, ledger, f, facility);
  }
  const { parts, unbooked, issues } = ledger;
  return { parts: new BookedParts(parts, placesOf(context)), unbooked, issues };
}

/** How many places there are to book to. */
export function placesOf({ areas, placeOfPool }: Pick<AuditContext, 'areas' | 'placeOfPool'>): number {
  return areas.length + placeOfPool.size;
}

class Ledger {
  readonly parts = new PartsWriter();
  readonly unbooked: UnbookedPart[] = [];
  readonly issues: Issue[] = [];

  nowhere(facility: number, m2: number | null, reason: UnbookedReason): void {
    this.unbooked.push({ facility, m2, reason });
  }
}

/** Rule 1: `serves` names areas. Stated m² go where stated; areas without a figure share what is left by households. */
function bookServed(context: BookingGround, ledger: Ledger, f: number, facility: Facility): void {
  const where = { input: 'facilities', id: facility.id, column: 'serves' } as const;
  const total = facility.floorAreaM2;
  const services = facility.serves!.flatMap(({ area, m2 }) => {
    const index = context.areaIndex.get(area);
    return index === undefined ? [] : [{ area: index, m2 }];
  });
  const unknown = facility.serves!.filter(({ area }) => !context.areaIndex.has(area)).map(({ area }) => area);
  if (unknown.length > 0) ledger.issues.push(issue('serves_unknown_area', where, { areas: unknown }));
  if (services.length === 0) return ledger.nowhere(f, total ?? null, 'serves_unknown_area');

  const stated = services.reduce((sum, { m2 }) => sum + (m2 ?? 0), 0);
  if (total !== undefined && stated > total + TOLERANCE) {
    ledger.issues.push(issue('serves_exceeds_floor_area', where, { stated, floorArea: total }));
    return ledger.nowhere(f, total, 'serves_exceeds_floor_area');
  }
  for (const { area, m2 } of services) {
    if (m2 !== undefined) ledger.parts.add(area, f, 'serves', m2);
  }
  const group = services.filter(({ m2 }) => m2 === undefined).map(({ area }) => area);
  const left = total === undefined ? undefined : Math.max(0, total - stated);
  if (group.length > 0) return bookToGroup(context, ledger, f, [...new Set(group)], left);
  if (left !== undefined && left > TOLERANCE) {
    ledger.issues.push(issue('serves_remainder_unbooked', where, { m2: left }));
    ledger.nowhere(f, left, 'serves_remainder');
  }
}

/** Shares what is left among named areas by households. `left` undefined: the facility's floor area is unknown. */
function bookToGroup(
  context: BookingGround,
  ledger: Ledger,
  f: number,
  group: readonly number[],
  left: number | undefined,
): void {
  if (group.length === 1) return ledger.parts.add(group[0]!, f, 'serves', left);
  const households = group.map((area) => householdsOf(context, context.areas[area]!));
  if (households.includes(undefined)) {
    // Some of it may fall to any of them: none is given a figure, and none is judged as if it got nothing.
    for (const area of group) ledger.parts.add(area, f, 'serves', undefined, left ?? Infinity);
    return ledger.nowhere(f, left ?? null, 'households_unknown');
  }
  const total = households.reduce((sum: number, one) => sum + one!, 0);
  if (total === 0) return ledger.nowhere(f, left ?? null, 'households_unknown');
  for (const [k, area] of group.entries()) {
    const m2 = left === undefined ? undefined : (left * households[k]!) / total;
    if (households[k]! > 0) ledger.parts.add(area, f, 'serves', m2);
  }
}

/** Rule 2: the pool it was built for. */
function bookToPool(context: BookingGround, ledger: Ledger, f: number, facility: Facility, pool: PoolId): void {
  const place = context.placeOfPool.get(pool);
  if (place !== undefined) return ledger.parts.add(place, f, 'pool', facility.floorAreaM2);
  ledger.issues.push(issue('pool_without_members', { input: 'facilities', id: facility.id, column: 'pool' }, { pool }));
  ledger.nowhere(f, facility.floorAreaM2 ?? null, 'pool_without_members');
}

/** Rule 3: 配建, or standing inside a new area: the estate it stands in. False: the rule does not apply to it. */
function bookToEstate(context: BookingGround, ledger: Ledger, f: number, facility: Facility): boolean {
  const { areasAt } = context;
  const at = standsAt(facility);
  const builtWithHousing = facility.acquisition === 'built_with_housing';
  const around = at ? areasAt.containing(at) : [];
  const newEstate = around.find((area) => context.areas[area]!.class === 'new');
  const estate = newEstate ?? (builtWithHousing ? around[0] : undefined);
  const m2 = facility.floorAreaM2;
  if (estate !== undefined) {
    ledger.parts.add(estate, f, 'contains', m2);
    return true;
  }
  if (!builtWithHousing) return false;
  const assumed = at ? areasAt.nearestPoint(at, ASSUMED_WITHIN_M) : undefined;
  if (assumed !== undefined) ledger.parts.add(assumed, f, 'assumed', m2);
  else ledger.nowhere(f, m2 ?? null, 'estate_unknown');
  return true;
}

/** Rule 4: shared among urban built and unknown areas that walk to it, by households × the share of origins that reach it. */
function bookToCircle(context: BookingGround, ledger: Ledger, f: number, facility: Facility): void {
  const catchment = context.catchments.get(facility.id);
  const floorArea = facility.floorAreaM2;
  if (!catchment) return ledger.nowhere(f, floorArea ?? null, 'books_nowhere');
  let total = 0;
  for (let k = 0; k < catchment.area.length; k++) total += sharingWeight(context, catchment, k);
  if (total === 0) return ledger.nowhere(f, floorArea ?? null, 'books_nowhere');
  for (let k = 0; k < catchment.area.length; k++) {
    const weight = sharingWeight(context, catchment, k);
    const m2 = floorArea === undefined ? undefined : (floorArea * weight) / total;
    if (weight > 0) ledger.parts.add(catchment.area[k]!, f, 'shared', m2);
  }
}

/** What an area's share goes by: nothing for new and rural areas, whose space must be their own. */
function sharingWeight(context: BookingGround, { area: areas, share }: Catchment, k: number): number {
  const area = context.areas[areas[k]!]!;
  if (area.class === 'new' || area.settlement === 'rural') return 0;
  return (householdsOf(context, area) ?? 0) * share[k]!;
}
