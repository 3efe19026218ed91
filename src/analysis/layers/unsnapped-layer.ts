import type { NetworkReach } from '../../core/access/network-reach.ts';
import type { AuditContext } from '../../core/checks/context.ts';
import type { Audit } from '../../core/checks/audit.ts';
import { NearestStreet } from '../../core/network/nearest-street.ts';
import { snap } from '../../core/network/snap.ts';
import { NO_EDGE } from '../../core/network/street-graph.ts';
import { TOLERANCE } from '../../core/units.ts';
import type { Steps } from '../../core/progress.ts';
import type { LonLat } from '../../core/geo/geometry.ts';
import { pointAt, type DrawnThing } from './drawn-thing.ts';

/** Starting points looked at between two reports, and those far from all streets, whose distance is looked for anew. */
const PER_STEP = 5000;
const FAR_PER_STEP = 50;

/**
 * Who did not get onto the streets, or onto an island of them only, as points: areas' starting points and
 * facilities. Properties: `kind` (`area` or `facility`), `id`, `name`, `state` (`too_far`, `walled_off` or `snapped_to_island`) and
 * `metres` to the nearest street (absent: there is none). Nobody by straight line.
 */
export function* unsnappedThingsSteps({ context, memory }: Audit): Steps<DrawnThing[]> {
  const { reach } = memory.walks;
  if (reach.method !== 'network') return [];
  return [...(yield* areaPointsSteps(reach, context)), ...facilityPoints(reach, context)];
}

type State = 'too_far' | 'walled_off' | 'snapped_to_island';

/** Near a street, it can only be barriers that keep somebody from it. */
function stateOff(awayM: number, snapM: number): State {
  return awayM <= snapM + TOLERANCE ? 'walled_off' : 'too_far';
}

function* areaPointsSteps(reach: NetworkReach, { areas }: AuditContext): Steps<DrawnThing[]> {
  const { graph, origins, originSnaps, snapM } = reach;
  const search = new NearestStreet(graph);
  const points: DrawnThing[] = [];
  const count = origins.lon.length;
  let far = 0;
  for (const [a, { id, name }] of areas.entries()) {
    for (let i = origins.start[a]!; i < origins.start[a + 1]!; i++) {
      if (i % PER_STEP === 0) yield { stage: 'writing', done: i, total: count };
      const at: LonLat = [origins.lon[i]!, origins.lat[i]!];
      if (originSnaps.edge[i] === NO_EDGE) {
        if (far++ % FAR_PER_STEP === 0) yield { stage: 'writing', done: i, total: count };
        const { awayM } = snap(graph, at, snapM, search);
        points.push(point(at, 'area', id, name, stateOff(awayM, snapM), awayM));
      } else if (originSnaps.island[i]) {
        points.push(point(at, 'area', id, name, 'snapped_to_island', originSnaps.awayM[i]!));
      }
    }
  }
  return points;
}

function facilityPoints({ rows, destinationSnaps, snapM }: NetworkReach, { facilities }: AuditContext): DrawnThing[] {
  return facilities.flatMap(({ id, name }) => {
    const snapped = destinationSnaps.get(id);
    if (!snapped || snapped.status === 'snapped') return [];
    const { status, awayM } = snapped;
    return point(rows.get(id)!.at, 'facility', id, name, status === 'too_far' ? stateOff(awayM, snapM) : status, awayM);
  });
}

function point(
  at: LonLat,
  kind: 'area' | 'facility',
  id: string,
  name: string | undefined,
  state: State,
  awayM: number,
): DrawnThing {
  const metres = Number.isFinite(awayM) ? Math.round(awayM) : undefined;
  return { geometry: pointAt(at), said: { kind, id, name, state, metres } };
}
