import type { LonLat } from '../geo/geometry.ts';
import { runSteps } from '../progress.ts';
import { networkReachSteps, type NetworkReach } from './network-reach.ts';
import type { ReachRow } from './reach.ts';
import { straightLineSteps, type StraightLineReach } from './straight-line.ts';

/** Who would walk to a facility at a place, as far as the reach was measured: one search. */
export function rowTo(reach: NetworkReach | StraightLineReach, at: LonLat): ReachRow {
  const { origins, limitM } = reach;
  const destinations = new Map([['', at]]);
  const steps =
    reach.method === 'network'
      ? networkReachSteps(reach.graph, origins, destinations, limitM, reach.snapM, reach)
      : straightLineSteps(origins, destinations, limitM, reach.detourFactor, reach);
  return runSteps<NetworkReach | StraightLineReach>(steps).rows.get('')!;
}
