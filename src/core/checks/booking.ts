import { standsAt } from '../access/locate.ts';
import { issue, type Issue } from '../issue.ts';
import { isEligibleFloorArea } from '../plan/facility-tiers.ts';
import type { Facility, PoolId } from '../plan/plan.ts';
import { TOLERANCE } from '../units.ts';
import { householdsOf, type AuditContext } from './context.ts';

/** What booking depends on: no date and no standard. */
type BookingGround = Pick<AuditContext, 'areas' | 'areaIndex' | 'areasAt' | 'facilities' | 'catchments' | 'settings'>;
import type { BookedHow, UnbookedReason } from './result.ts';

/** A 配建 room in no polygon belongs to the nearest point area within this distance, and says so. */
const ASSUMED_WITHIN_M = 100;

/** A piece of one facility's floor area, booked to one area or pool. */
export interface BookedPart {
  /** Position in the context's facilities. */
  readonly facility: number;
  /** Null: not known. */
  readonly m2: number | null;
  /** The most it can be: m² where known, else what could still fall here (Infinity where nothing limits it). */
  readonly mostM2: number;
  readonly how: BookedHow;
  readonly assumedByDistance?: true;
}

export interface UnbookedPart {
  readonly facility: number;
  /** Null: the facility's floor area is unknown. */
  readonly m2: number | null;
  readonly reason: UnbookedReason;
}

/** Where every square metre of eligible floor area went, each one once. It does not depend on who is open when. */
export interface Booking {
  /** By position of the area; absent: nothing is booked there. */
  readonly byArea: ReadonlyMap<number, readonly BookedPart[]>;
  readonly byPool: ReadonlyMap<PoolId, readonly BookedPart[]>;
  readonly unbooked: readonly UnbookedPart[];
  readonly issues: readonly Issue[];
}

/** Books the floor area of all eligible facilities: named areas first, then the pool, then the estate it stands in, then the circle. */
export function bookFloorArea(context: BookingGround): Booking {
  const ledger = new Ledger();
  let pools: Set<PoolId | undefined> | null = null;
  const hasMembers = (pool: PoolId) => (pools ??= new Set(context.areas.map((area) => area.pool))).has(pool);
  for (const [f, facility] of context.facilities.entries()) {
    if (!isEligibleFloorArea(facility)) continue;
    if (facility.serves && facility.serves.length > 0) bookServed(context, ledger, f, facility);
    else if (facility.pool !== undefined) bookToPool(ledger, f, facility, facility.pool, hasMembers(facility.pool));
    else if (!bookToEstate(context, ledger, f, facility)) bookToCircle(context, ledger, f, facility);
  }
  return ledger;
}

class Ledger implements Booking {
  readonly byArea = new Map<number, BookedPart[]>();
  readonly byPool = new Map<PoolId, BookedPart[]>();
  readonly unbooked: UnbookedPart[] = [];
  readonly issues: Issue[] = [];

  toArea(area: number, part: BookedPart): void {
    append(this.byArea, area, part);
  }

  toPool(pool: PoolId, part: BookedPart): void {
    append(this.byPool, pool, part);
  }

  nowhere(facility: number, m2: number | null, reason: UnbookedReason): void {
    this.unbooked.push({ facility, m2, reason });
  }
}

function append<K>(map: Map<K, BookedPart[]>, key: K, part: BookedPart): void {
  const parts = map.get(key);
  if (parts) parts.push(part);
  else map.set(key, [part]);
}

/** Floor area as a part's two figures: known, or unlimited. */
function amount(m2: number | undefined): { m2: number | null; mostM2: number } {
  return m2 === undefined ? { m2: null, mostM2: Infinity } : { m2, mostM2: m2 };
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
    if (m2 !== undefined) ledger.toArea(area, { facility: f, m2, mostM2: m2, how: 'serves' });
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
  if (group.length === 1) return ledger.toArea(group[0]!, { facility: f, ...amount(left), how: 'serves' });
  const households = group.map((area) => householdsOf(context, context.areas[area]!));
  if (households.includes(undefined)) {
    // Some of it may fall to any of them: none is given a figure, and none is judged as if it got nothing.
    for (const area of group) ledger.toArea(area, { facility: f, m2: null, mostM2: left ?? Infinity, how: 'serves' });
    return ledger.nowhere(f, left ?? null, 'households_unknown');
  }
  const total = households.reduce((sum: number, one) => sum + one!, 0);
  if (total === 0) return ledger.nowhere(f, left ?? null, 'households_unknown');
  for (const [k, area] of group.entries()) {
    const m2 = left === undefined ? undefined : (left * households[k]!) / total;
    if (households[k]! > 0) ledger.toArea(area, { facility: f, ...amount(m2), how: 'serves' });
  }
}

/** Rule 2: the pool it was built for. */
function bookToPool(ledger: Ledger, f: number, facility: Facility, pool: PoolId, hasMembers: boolean): void {
  if (hasMembers) return ledger.toPool(pool, { facility: f, ...amount(facility.floorAreaM2), how: 'pool' });
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
  const part = { facility: f, ...amount(facility.floorAreaM2), how: 'contains' } as const;
  if (estate !== undefined) {
    ledger.toArea(estate, part);
    return true;
  }
  if (!builtWithHousing) return false;
  const assumed = at ? areasAt.nearestPoint(at, ASSUMED_WITHIN_M) : undefined;
  if (assumed !== undefined) ledger.toArea(assumed, { ...part, assumedByDistance: true });
  else ledger.nowhere(f, part.m2, 'estate_unknown');
  return true;
}

/** Rule 4: shared among urban built and unknown areas that walk to it, by households × the share of origins that reach it. */
function bookToCircle(context: BookingGround, ledger: Ledger, f: number, facility: Facility): void {
  const catchment = context.catchments.get(facility.id);
  const areas = catchment ? [...catchment.area] : [];
  const weights = areas.map((a, k) => {
    const area = context.areas[a]!;
    if (area.class === 'new' || area.settlement === 'rural') return 0;
    return (householdsOf(context, area) ?? 0) * catchment!.share[k]!;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const floorArea = facility.floorAreaM2;
  if (total === 0) return ledger.nowhere(f, floorArea ?? null, 'books_nowhere');
  for (const [k, area] of areas.entries()) {
    const m2 = floorArea === undefined ? undefined : (floorArea * weights[k]!) / total;
    if (weights[k]! > 0) ledger.toArea(area, { facility: f, ...amount(m2), how: 'shared' });
  }
}
