import { catchmentsSteps, type Catchments } from '../access/catchments.ts';
import { walkEndsAt } from '../access/locate.ts';
import { networkReachSteps, type NetworkReach } from '../access/network-reach.ts';
import { originsSteps } from '../access/origins.ts';
import { walkingMetres, type Origins } from '../access/reach.ts';
import { straightLineSteps, type StraightLineReach } from '../access/straight-line.ts';
import type { LonLat } from '../geo/geometry.ts';
import type { StreetGraph } from '../network/street-graph.ts';
import type { FacilityId, PopulationGrid } from '../plan/plan.ts';
import { WALKING_SPEEDS_KM_H, type Settings } from '../plan/settings.ts';
import type { Steps } from '../progress.ts';
import type { PlanIndex } from './plan-index.ts';

/** What walks are measured over. */
export interface WalkingGround {
  readonly index: PlanIndex;
  readonly population: PopulationGrid | null;
  /** Null: walks are estimated by straight line. */
  readonly streets: StreetGraph | null;
}

/** Who walks where, and what it was measured over: each part is taken over where nothing it depends on has changed. */
export interface Walks {
  readonly ground: WalkingGround;
  readonly origins: Origins;
  readonly reach: NetworkReach | StraightLineReach;
  /** By metres of the circle. */
  readonly catchments: ReadonlyMap<number, Catchments>;
}

/** Origins, reach and the catchments of the given circles (metres walked). */
export function* walkSteps(
  ground: WalkingGround,
  settings: Settings,
  circles: readonly number[],
  previous: Walks | null,
): Steps<Walks> {
  const { index, population, streets } = ground;
  const { of: before } = previous?.ground.index ?? { of: null };
  const sameOrigins = before?.areas === index.of.areas && previous?.ground.population === population;
  const origins = sameOrigins ? previous.origins : yield* originsSteps(index.areas, population);
  const limitM = Math.max(reachLimitM(settings), ...circles);
  const samePlaces = sameOrigins && before?.facilities === index.of.facilities && previous?.ground.streets === streets;
  const known = samePlaces && isMeasuredBy(previous.reach, settings, limitM) ? previous : null;
  const reach = known?.reach ?? (yield* reachSteps(ground, origins, settings, limitM, previous?.reach ?? null));
  const catchments = new Map<number, Catchments>();
  for (const circleM of new Set(circles)) {
    const before = sameOrigins ? (previous.catchments.get(circleM) ?? null) : null;
    catchments.set(circleM, known && before ? before : yield* catchmentsSteps(reach, circleM, before));
  }
  return { ground, origins, reach, catchments };
}

/** A longer reach than is asked for serves as well: circles only filter. */
function isMeasuredBy(reach: Walks['reach'], settings: Settings, limitM: number): boolean {
  if (reach.limitM < limitM) return false;
  return reach.method === 'network' ? reach.snapM === settings.snap_m : reach.detourFactor === settings.detour_factor;
}

function* reachSteps(
  { index, streets }: WalkingGround,
  origins: Origins,
  settings: Settings,
  limitM: number,
  previous: Walks['reach'] | null,
): Steps<Walks['reach']> {
  const destinations = destinationsOf(index);
  // As far as was measured before, so that rows can be taken over.
  const asFarM = Math.max(limitM, previous?.limitM ?? 0);
  if (streets) {
    const before = previous?.method === 'network' ? previous : null;
    return yield* networkReachSteps(streets, origins, destinations, asFarM, settings.snap_m, before);
  }
  const before = previous?.method === 'straight_line' ? previous : null;
  return yield* straightLineSteps(origins, destinations, asFarM, settings.detour_factor, before);
}

/** Reach is measured once for the fastest preset, so that a change of speed only filters. */
function reachLimitM(settings: Settings): number {
  const fastest = Math.max(settings.speed_km_h, ...Object.values(WALKING_SPEEDS_KM_H));
  return walkingMetres(settings.minutes ?? 15, fastest);
}

function destinationsOf({ facilities }: PlanIndex): Map<FacilityId, LonLat> {
  const destinations = new Map<FacilityId, LonLat>();
  for (const facility of facilities) {
    const at = walkEndsAt(facility);
    if (at) destinations.set(facility.id, at);
  }
  return destinations;
}
