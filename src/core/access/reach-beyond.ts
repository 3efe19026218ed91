import type { FacilityId } from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import { networkReachSteps, type NetworkReach } from './network-reach.ts';
import { straightLineSteps, type StraightLineReach } from './straight-line.ts';

/**
 * Reach to the given facilities within `limitM` metres: what was measured already where that goes far enough, else longer
 * rows for these facilities alone, from the same origins. Facilities without a place stay without a row.
 * `previous` is a longer reach of before: its rows are taken over where limit, streets and places are the same.
 */
export function* reachBeyondSteps(
  measured: NetworkReach | StraightLineReach,
  facilities: readonly FacilityId[],
  limitM: number,
  previous: NetworkReach | StraightLineReach | null = null,
): Steps<NetworkReach | StraightLineReach> {
  if (limitM <= measured.limitM) return measured;
  const destinations = new Map(
    facilities.flatMap((id) => {
      const row = measured.rows.get(id);
      return row ? [[id, row.at] as const] : [];
    }),
  );
  const { origins } = measured;
  if (measured.method === 'straight_line') {
    const before = previous?.method === 'straight_line' ? previous : null;
    return yield* straightLineSteps(origins, destinations, limitM, measured.detourFactor, before);
  }
  const before = previous?.method === 'network' && previous.origins === origins ? previous : measured;
  return yield* networkReachSteps(measured.graph, origins, destinations, limitM, measured.snapM, before);
}
