import type { LonLat } from '../geo/geometry.ts';
import { NearestStreet } from '../network/nearest-street.ts';
import { originsOnStreets, type OriginsOnStreets } from '../network/origins-on-streets.ts';
import { snap, snapAllSteps, type Snap, type Snaps } from '../network/snap.ts';
import type { StreetGraph } from '../network/street-graph.ts';
import { WalkingTimes } from '../network/walking-times.ts';
import type { FacilityId } from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import type { Origins, Reach, ReachRow } from './reach.ts';
import { takeOverReachSteps } from './take-over-reach.ts';

/** Facilities worked through between two reports. */
const PER_STEP = 20;

/** Reach on foot along the streets, with how everybody got onto them. */
export interface NetworkReach extends Reach {
  readonly method: 'network';
  readonly graph: StreetGraph;
  readonly snapM: number;
  readonly originSnaps: Snaps;
  readonly streetOrigins: OriginsOnStreets;
  /** A facility too far from any street has a row without origins, and says so here. */
  readonly destinationSnaps: ReadonlyMap<FacilityId, Snap>;
  /** Scratch space, kept so that one facility moved costs one search. */
  readonly times: WalkingTimes;
}

/**
 * Reach along the streets: exact shortest walks, both off-street legs included. The walk is the same in both directions,
 * so one search from each facility finds all origins. Rows of `previous` are taken over where origins, limits and the
 * facility's place are the same, and so are the streets, or what street edits changed of them is out of the row's reach.
 *
 * On one thread: a second would need the graph, 141 MB for a million junctions. To copy it takes 1.2 s of the processor
 * here, and the half of the searches that it would take over 0.8 s. Memory shared between threads needs headers (COOP,
 * COEP) that a static host need not send.
 */
export function* networkReachSteps(
  graph: StreetGraph,
  origins: Origins,
  destinations: ReadonlyMap<FacilityId, LonLat>,
  limitM: number,
  snapM: number,
  previous: NetworkReach | null = null,
): Steps<NetworkReach> {
  const known = previous && (yield* takeOverReachSteps(previous, graph, origins, snapM));
  const originSnaps = known?.originSnaps ?? (yield* snapAllSteps(graph, origins.lon, origins.lat, snapM));
  const streetOrigins = known?.streetOrigins ?? originsOnStreets(graph, originSnaps);
  const times = known?.times ?? new WalkingTimes(graph, streetOrigins);
  const nearest = new NearestStreet(graph);
  const rows = new Map<FacilityId, ReachRow>();
  const destinationSnaps = new Map<FacilityId, Snap>();
  const sameLimit = previous?.limitM === limitM;
  let done = 0;
  for (const [facility, at] of destinations) {
    if (done++ % PER_STEP === 0) yield { stage: 'reach', done, total: destinations.size };
    const snapped = known?.snapOf(facility, at) ?? snap(graph, at, snapM, nearest);
    destinationSnaps.set(facility, snapped);
    const row = sameLimit ? known?.rowOf(facility, at) : null;
    rows.set(facility, row ?? { at, ...times.row(snapped, limitM) });
  }
  return {
    method: 'network',
    limitM,
    origins,
    rows,
    graph,
    snapM,
    originSnaps,
    streetOrigins,
    destinationSnaps,
    times,
  };
}
