import { greatCircleMetres } from '../geo/distance.ts';
import type { LonLat } from '../geo/geometry.ts';
import { route } from '../network/route.ts';
import { snap, type Snap } from '../network/snap.ts';
import { NO_EDGE } from '../network/street-graph.ts';
import { WalkingSearch, waysOnto } from '../network/walking-search.ts';
import type { FacilityId } from '../plan/plan.ts';
import type { NetworkReach } from './network-reach.ts';
import type { Reach } from './reach.ts';

/** The walk from a place to the facility nearest to it on foot, leg by leg. All distances in metres. */
export interface NearestWalk {
  readonly facility: FacilityId;
  readonly metres: number;
  /** From the place straight to the street, along the streets, and from the street straight to the facility. Null: no streets. */
  readonly legs: { readonly startAwayM: number; readonly streetM: number; readonly endAwayM: number } | null;
  /** As the crow flies. */
  readonly straightM: number;
  /** From the place to the facility; a straight line where there are no streets. */
  readonly line: readonly LonLat[];
}

/** Distances within which a nearest facility is looked for, one after another. */
const SEARCHES_M = [1500, 6000, Infinity];

/**
 * The nearest of the given facilities and the way there; null where none can be walked to. Of two equally near the first
 * in the list. Without streets it is the nearest by straight line, × `detourFactor`.
 */
export function nearestWalk(
  reach: Reach | NetworkReach,
  from: LonLat,
  facilities: readonly FacilityId[],
  detourFactor: number,
): NearestWalk | null {
  const placed = facilities.flatMap((facility) => {
    const at = reach.rows.get(facility)?.at;
    return at ? [{ facility, at }] : [];
  });
  if ('graph' in reach) return nearestOnStreets(reach, from, placed);
  let nearest: NearestWalk | null = null;
  for (const { facility, at } of placed) {
    const straightM = greatCircleMetres(from, at);
    if (nearest && straightM >= nearest.straightM) continue;
    nearest = { facility, metres: straightM * detourFactor, legs: null, straightM, line: [from, at] };
  }
  return nearest;
}

interface Place {
  readonly facility: FacilityId;
  readonly at: LonLat;
}

function nearestOnStreets(
  { graph, snapM, destinationSnaps }: NetworkReach,
  from: LonLat,
  placed: readonly Place[],
): NearestWalk | null {
  const start = snap(graph, from, snapM);
  if (start.edge === NO_EDGE) return null;
  const search = new WalkingSearch(graph);
  for (const limitM of SEARCHES_M) {
    search.run(start, limitM);
    let best = Infinity;
    let nearest: (Place & { end: Snap }) | null = null;
    for (const place of placed) {
      const end = destinationSnaps.get(place.facility);
      const metres = end ? metresTo(search, start, end) : Infinity;
      if (metres < best) {
        best = metres;
        nearest = { ...place, end: end! };
      }
    }
    if (!nearest || best > limitM) continue;
    const walk = route(graph, start, nearest.end, search);
    if (!walk) return null;
    const { metres, startAwayM, streetM, endAwayM } = walk;
    const straightM = greatCircleMetres(from, nearest.at);
    const legs = { startAwayM, streetM, endAwayM };
    return { facility: nearest.facility, metres, legs, straightM, line: [from, ...walk.line, nearest.at] };
  }
  return null;
}

/** Metres to a snapped place after a search from `start`; Infinity where it was not reached. */
function metresTo({ graph, nodeM }: WalkingSearch, start: Snap, end: Snap): number {
  if (end.edge === NO_EDGE) return Infinity;
  const { edgeFrom, edgeTo, edgeM } = graph;
  let least = Infinity;
  for (const { edge, alongM, awayM } of waysOnto(end)) {
    const direct = waysOnto(start).map((way) =>
      way.edge === edge ? way.awayM + Math.abs(way.alongM - alongM) : Infinity,
    );
    const street = Math.min(nodeM[edgeFrom[edge]!]! + alongM, nodeM[edgeTo[edge]!]! + edgeM[edge]! - alongM, ...direct);
    least = Math.min(least, street + awayM);
  }
  return least;
}
