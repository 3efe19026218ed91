import type { LonLat } from '../geo/geometry.ts';
import { runSteps, type Steps } from '../progress.ts';
import { networkReachSteps, type NetworkReach } from './network-reach.ts';
import type { ReachRow } from './reach.ts';
import { straightLineSteps, type StraightLineReach } from './straight-line.ts';

/** Who would walk to a facility at a place, as far as the reach was measured: one search. */
export function rowTo(reach: NetworkReach | StraightLineReach, at: LonLat): ReachRow {
  return runSteps(rowsToSteps(reach, new Map([['', at]]))).get('')!;
}

/** The same of many places, each by a name of its own: a search a place. */
export function* rowsToSteps(
  reach: NetworkReach | StraightLineReach,
  places: ReadonlyMap<string, LonLat>,
): Steps<ReadonlyMap<string, ReachRow>> {
  const { origins, limitM } = reach;
  const steps =
    reach.method === 'network'
      ? networkReachSteps(reach.graph, origins, places, limitM, reach.snapM, reach)
      : straightLineSteps(origins, places, limitM, reach.detourFactor, reach);
  return (yield* steps as Steps<NetworkReach | StraightLineReach>).rows;
}
