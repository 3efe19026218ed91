import Flatbush from 'flatbush';
import { greatCircleMetres } from '../geo/distance.ts';
import type { LonLat, PlaceGeometry } from '../geo/geometry.ts';
import { boundsOf, contains } from '../geo/polygon.ts';
import type { Area, AreaId, Facility, FacilityId, Plan, PoolId } from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import { compareText, TOLERANCE } from '../units.ts';
import { growUnitTreeSteps, type UnitTree } from './unit-tree.ts';

/**
 * A plan's records in a fixed order, and who lies where: what depends on no date, setting or standard.
 * Areas and facilities are named by their position; positions are sorted by id, so no sum depends on row order.
 */
export interface PlanIndex {
  readonly of: Pick<Plan, 'areas' | 'facilities' | 'units'>;
  readonly areas: readonly Area[];
  readonly areaIndex: ReadonlyMap<AreaId, number>;
  readonly areasAt: AreaLocator;
  /** Every pool that an area belongs to, numbered on after the areas: floor area is booked to areas and to pools. */
  readonly placeOfPool: ReadonlyMap<PoolId, number>;
  readonly counts: AreaCounts;
  readonly facilities: readonly Facility[];
  readonly facilityIndex: ReadonlyMap<FacilityId, number>;
  readonly unitTree: UnitTree;
}

/** Figures of the areas as columns, by position. NaN is unknown. */
export interface AreaCounts {
  readonly households: Float64Array;
  readonly residents: Float64Array;
  readonly elders: Float64Array;
}

/** The index of a plan; `previous` is returned as it is where it still holds. */
export function* indexPlanSteps(plan: Plan, previous: PlanIndex | null): Steps<PlanIndex> {
  const { areas, facilities, units } = plan;
  if (previous?.of.areas === areas && previous.of.facilities === facilities && previous.of.units === units) {
    return previous;
  }
  const sortedFacilities = sortedById(facilities);
  const base = {
    of: { areas, facilities, units },
    ...(previous?.of.areas === areas ? areaPartOf(previous) : indexAreas(areas)),
    facilities: sortedFacilities,
    facilityIndex: new Map(sortedFacilities.map(({ id }, f) => [id, f])),
  };
  const sameGround = previous?.of.areas === areas && previous.of.units === units;
  return { ...base, unitTree: yield* growUnitTreeSteps(base, units, sameGround ? previous.unitTree : null) };
}

/** What an index holds of the areas alone: most edits leave them as they are. */
type AreaPart = Pick<PlanIndex, 'areas' | 'areaIndex' | 'areasAt' | 'placeOfPool' | 'counts'>;

function areaPartOf({ areas, areaIndex, areasAt, placeOfPool, counts }: PlanIndex): AreaPart {
  return { areas, areaIndex, areasAt, placeOfPool, counts };
}

function indexAreas(table: Plan['areas']): AreaPart {
  const areas = sortedById(table);
  return {
    areas,
    areaIndex: new Map(areas.map(({ id }, a) => [id, a])),
    areasAt: areaLocator(areas),
    placeOfPool: placesOfPools(areas),
    counts: countsOf(areas),
  };
}

/** The areas' figures as columns. */
export function countsOf(areas: readonly Area[]): AreaCounts {
  return {
    households: Float64Array.from(areas, ({ households }) => households ?? NaN),
    residents: Float64Array.from(areas, ({ residents }) => residents ?? NaN),
    elders: Float64Array.from(areas, ({ elders }) => elders ?? NaN),
  };
}

/** Numbers the pools of areas, in order of the areas. */
export function placesOfPools(areas: readonly Area[]): Map<PoolId, number> {
  const places = new Map<PoolId, number>();
  for (const { pool } of areas) {
    if (pool !== undefined && !places.has(pool)) places.set(pool, areas.length + places.size);
  }
  return places;
}

function sortedById<T extends { readonly id: string }>(records: ReadonlyMap<string, T>): T[] {
  return [...records.values()].sort((a, b) => compareText(a.id, b.id));
}

export interface AreaLocator {
  /** Positions of those whose polygon holds a place, ascending. */
  containing(at: LonLat): number[];
  /** The nearest point within some metres; of two as near, the first. */
  nearestPoint(at: LonLat, withinM: number): number | undefined;
}

/** Finds records by place. */
export function areaLocator(records: readonly { readonly geometry?: PlaceGeometry }[]): AreaLocator {
  const placed = records.flatMap(({ geometry }, position) => (geometry ? [{ geometry, position }] : []));
  const boxes = placed.length > 0 ? new Flatbush(placed.length) : null;
  for (const { geometry } of placed) boxes?.add(...boundsOf(geometry));
  boxes?.finish();
  const around = (at: LonLat, degrees: number) =>
    (boxes?.search(at[0] - degrees, at[1] - degrees, at[0] + degrees, at[1] + degrees) ?? [])
      .map((box) => placed[box]!)
      .sort((a, b) => a.position - b.position);
  return {
    containing: (at) =>
      around(at, 0)
        .filter(({ geometry }) => contains(geometry, at))
        .map(({ position }) => position),
    nearestPoint(at, withinM) {
      // A hundredth of a degree is over 100 m everywhere but within a few degrees of the poles.
      let nearest: number | undefined;
      let best = withinM + TOLERANCE;
      for (const { geometry, position } of around(at, 0.01)) {
        if (geometry.type !== 'Point') continue;
        const metres = greatCircleMetres(at, [geometry.coordinates[0]!, geometry.coordinates[1]!]);
        if (metres < best) {
          best = metres;
          nearest = position;
        }
      }
      return nearest;
    },
  };
}
