import { catchmentsSteps, type Catchments } from '../access/catchments.ts';
import { walkEndsAt } from '../access/locate.ts';
import { networkReachSteps, type NetworkReach } from '../access/network-reach.ts';
import { originsSteps } from '../access/origins.ts';
import { walkingMetres, type Origins } from '../access/reach.ts';
import { straightLineSteps, type StraightLineReach } from '../access/straight-line.ts';
import type { LonLat } from '../geo/geometry.ts';
import { editStreetsSteps, type EditedStreets } from '../network/edit-streets.ts';
import type { StreetGraph } from '../network/street-graph.ts';
import type { FacilityId, Plan, PopulationGrid } from '../plan/plan.ts';
import { WALKING_SPEEDS_KM_H, type Settings } from '../plan/settings.ts';
import type { Steps } from '../progress.ts';
import type { PlanIndex } from './plan-index.ts';

/** What walks are measured over. */
export interface WalkingGround {
  readonly index: PlanIndex;
  readonly population: PopulationGrid | null;
  /** As they came from their file; null: walks are estimated by straight line. */
  readonly streets: StreetGraph | null;
  readonly streetEdits: Plan['streetEdits'];
}

/** Who walks where, and what it was measured over: each part is taken over where nothing it depends on has changed. */
export interface Walks {
  readonly ground: WalkingGround;
  /** The streets with the plan's edits on them, and what of these has no effect; null: there are no streets. */
  readonly edited: EditedStreets | null;
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
  const { index, population } = ground;
  const edited = yield* editedStreetsSteps(ground, previous);
  const { of: before } = previous?.ground.index ?? { of: null };
  const sameOrigins = before?.areas === index.of.areas && previous?.ground.population === population;
  const origins = sameOrigins ? previous.origins : yield* originsSteps(index.areas, population);
  const limitM = Math.max(reachLimitM(settings), ...circles);
  const samePlaces =
    sameOrigins && before?.facilities === index.of.facilities && previous?.edited?.graph === edited?.graph;
  const known = samePlaces && isMeasuredBy(previous.reach, settings, limitM) ? previous : null;
  const reach = known?.reach ?? (yield* reachSteps(index, edited, origins, settings, limitM, previous?.reach ?? null));
  const catchments = new Map<number, Catchments>();
  for (const circleM of new Set(circles)) {
    const before = sameOrigins ? (previous.catchments.get(circleM) ?? null) : null;
    catchments.set(circleM, known && before ? before : yield* catchmentsSteps(reach, circleM, before));
  }
  return { ground, edited, origins, reach, catchments };
}

/** Without edits the very same streets; with the same edits as before, those of before. */
function* editedStreetsSteps(
  { streets, streetEdits }: WalkingGround,
  previous: Walks | null,
): Steps<EditedStreets | null> {
  const same = previous?.ground.streets === streets && previous.ground.streetEdits === streetEdits;
  if (same) return previous.edited;
  return streets && (yield* editStreetsSteps(streets, streetEdits.values()));
}

/** A longer reach than is asked for serves as well: circles only filter. */
function isMeasuredBy(reach: Walks['reach'], settings: Settings, limitM: number): boolean {
  if (reach.limitM < limitM) return false;
  return reach.method === 'network' ? reach.snapM === settings.snap_m : reach.detourFactor === settings.detour_factor;
}

function* reachSteps(
  index: PlanIndex,
  edited: EditedStreets | null,
  origins: Origins,
  settings: Settings,
  limitM: number,
  previous: Walks['reach'] | null,
): Steps<Walks['reach']> {
  const destinations = destinationsOf(index);
  // As far as was measured before, so that rows can be taken over.
  const asFarM = Math.max(limitM, previous?.limitM ?? 0);
  if (edited) {
    const before = previous?.method === 'network' ? previous : null;
    return yield* networkReachSteps(edited.graph, origins, destinations, asFarM, settings.snap_m, before);
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
