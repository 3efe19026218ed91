import type { Audit } from '../../checks/audit.ts';
import { householdsOf, type AuditContext } from '../../checks/context.ts';
import { ownNeed } from '../../checks/floor-area.ts';
import { breakEvenHouseholds } from '../../checks/pools.ts';
import { exactValue } from '../../checks/range.ts';
import { VERDICTS } from '../../checks/result.ts';
import { requiredShare } from '../../checks/walk-circle.ts';
import type { AreaId, Plan } from '../../plan/plan.ts';
import type { Steps } from '../../progress.ts';
import { reaches } from '../../units.ts';
import { poolPlacesSteps, type PlaceName, type PlaceWalk, type PoolPlace } from './pool-places.ts';

/** A small new area that has to build a unit of the least size by itself, or share one. */
export interface SmallArea {
  readonly area: AreaId;
  readonly households: number;
  /** By its households; less than the least unit. */
  readonly needM2: number;
}

/** A place where a unit could stand; `who` are positions in the instance's areas, ascending, `walks` in the same order. */
export interface SharedPlace extends PlaceName, Pick<PoolPlace, 'at' | 'roomM2'> {
  readonly who: readonly number[];
  readonly walks: readonly PlaceWalk[];
}

/** Why a small new area that lacks a unit is in no suggestion. */
export type LeftReason =
  /** How many households it has is not known. */
  | 'households_unknown'
  /** It has space whose size is not known. */
  | 'unit_unknown'
  | 'no_geometry'
  /** It shares no place with another small new area that lacks a unit. */
  | 'no_neighbour'
  /** All of its neighbours save more with others. */
  | 'neighbours_elsewhere';

/**
 * When an area is said to walk to a shared unit: when its people do, as the service circle asks it of them (`whole`), or as
 * the audit asks it of a pool's members, when any of its people do (`any`).
 */
export const POOL_REACHES = ['whole', 'any'] as const;
export type PoolReach = (typeof POOL_REACHES)[number];

/** Which small new areas could share a unit where: all that choosing pools depends on, as plain data. */
export interface PoolInstance {
  readonly leastUnitM2: number;
  /** Households below which an area is small: where the new-build rate calls for exactly the least unit. */
  readonly smallBelow: number;
  /** Circle of pools, m walked. */
  readonly circleM: number;
  readonly areas: readonly SmallArea[];
  /** Only places that two areas at least could share. */
  readonly places: readonly SharedPlace[];
  readonly left: readonly { readonly area: AreaId; readonly reason: LeftReason }[];
}

/**
 * The urban new areas in no pool that are too small to need a whole unit, have none and plan none, and the places where
 * they could share one. Null: the standard has no rate for new housing or no least unit.
 */
export function* poolInstanceSteps(audit: Audit, plan: Plan, reach: PoolReach): Steps<PoolInstance | null> {
  const { context } = audit;
  const leastUnitM2 = context.rules.single_unit_floor_area?.value;
  const smallBelow = breakEvenHouseholds(context);
  if (leastUnitM2 === undefined || smallBelow === null) return null;
  const left: { area: AreaId; reason: LeftReason }[] = [];
  const small: number[] = [];
  for (const a of context.areas.keys()) {
    const reason = whatIs(audit, a, smallBelow);
    if (reason === 'small') small.push(a);
    else if (reason !== null) left.push({ area: context.areas[a]!.id, reason });
  }
  const found = yield* poolPlacesSteps(audit, plan, small);
  const shared = found
    .map((place) => reachedBy(context, place, reach))
    .filter((place) => isShared(context, place, leastUnitM2));
  const sharing = new Set(shared.flatMap(({ walks }) => [...walks.keys()]));
  const placed = small.filter((a) => sharing.has(a));
  for (const a of small) {
    if (!sharing.has(a)) left.push({ area: context.areas[a]!.id, reason: 'no_neighbour' });
  }
  const positionOf = new Map(placed.map((a, position) => [a, position]));
  return {
    leastUnitM2,
    smallBelow,
    circleM: context.poolCircleM,
    areas: placed.map((a) => smallArea(context, a)),
    places: shared.map(({ kind, id, at, roomM2, walks }) => ({
      kind,
      id,
      at,
      roomM2,
      who: [...walks.keys()].map((a) => positionOf.get(a)!),
      walks: [...walks.values()],
    })),
    left,
  };
}

/** Whether an area takes part, why it cannot, or null where it has no part in this at all. */
function whatIs({ context, columns }: Audit, a: number, smallBelow: number): LeftReason | 'small' | null {
  const area = context.areas[a]!;
  if (area.class !== 'new' || area.settlement !== 'urban' || area.pool !== undefined) return null;
  const households = householdsOf(context, area);
  if (households === 0 || (households !== undefined && reaches(households, smallBelow))) return null;
  const verdict = VERDICTS[columns.checks.single_unit.verdict[a]!];
  if (verdict === 'no_data') return 'unit_unknown';
  if (verdict !== 'short') return null;
  if (households === undefined) return 'households_unknown';
  return context.reach.origins.basis[a] === 'none' ? 'no_geometry' : 'small';
}

/** A place with those of its areas that are said to reach it. */
function reachedBy(context: AuditContext, place: PoolPlace, reach: PoolReach): PoolPlace {
  if (reach === 'any') return place;
  const { basis } = context.reach.origins;
  const walks = [...place.walks].filter(([a, { share }]) => reaches(share, requiredShare(context, basis[a]!)));
  return { ...place, walks: new Map(walks) };
}

function smallArea(context: AuditContext, a: number): SmallArea {
  const area = context.areas[a]!;
  // Its households are known, and so is what they call for.
  return {
    area: area.id,
    households: householdsOf(context, area)!,
    needM2: exactValue(ownNeed(context, area, 'new'))!,
  };
}

function isShared(context: AuditContext, { walks, roomM2 }: PoolPlace, leastUnitM2: number): boolean {
  if (walks.size < 2) return false;
  if (roomM2 === null) return true;
  const needs = [...walks.keys()].map((a) => smallArea(context, a).needM2).sort((a, b) => a - b);
  return reaches(roomM2, Math.max(leastUnitM2, needs[0]! + needs[1]!));
}
