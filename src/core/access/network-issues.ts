import { issue, type Issue, type IssueDetail, type IssuePlace } from '../issue.ts';
import { NearestStreet } from '../network/nearest-street.ts';
import { snap } from '../network/snap.ts';
import { NO_EDGE } from '../network/street-graph.ts';
import { TOLERANCE } from '../units.ts';
import type { NetworkReach } from './network-reach.ts';

/**
 * Who did not get onto the streets, or only onto an island of them: one issue a facility and an area. Where nobody at all
 * did, the streets are of another place, and that is said once.
 */
export function networkIssues(reach: NetworkReach): Issue[] {
  const issues = [...areaIssues(reach), ...facilityIssues(reach)];
  const anybody =
    reach.originSnaps.edge.some((edge) => edge !== NO_EDGE) ||
    [...reach.destinationSnaps.values()].some(({ edge }) => edge !== NO_EDGE);
  if (anybody || issues.length === 0) return issues;
  const nearestM = Math.min(...issues.map(({ detail }) => Number(detail['metres'])));
  return [issue('streets_elsewhere', { input: 'streets' }, { found: Math.round(nearestM / 1000) })];
}

/** The distance told is that of the area's first starting point that is too far, or on an island. */
function areaIssues({ graph, origins, originSnaps, snapM }: NetworkReach): Issue[] {
  const issues: Issue[] = [];
  const search = new NearestStreet(graph);
  for (const [area, id] of origins.areaIds.entries()) {
    let [far, island] = [0, 0];
    let [firstFar, firstIsland] = [-1, -1];
    const start = origins.start[area]!;
    const end = origins.start[area + 1]!;
    for (let i = end - 1; i >= start; i--) {
      if (originSnaps.edge[i] === NO_EDGE) {
        far++;
        firstFar = i;
      } else if (originSnaps.island[i]) {
        island++;
        firstIsland = i;
      }
    }
    const where = { input: 'areas', id } as const;
    const of = end - start;
    if (far > 0) {
      const { awayM } = snap(graph, [origins.lon[firstFar]!, origins.lat[firstFar]!], snapM, search);
      issues.push(notOnStreets(where, awayM, snapM, { count: far, of }));
    }
    if (island > 0) {
      const metres = Math.round(originSnaps.awayM[firstIsland]!);
      issues.push(issue('snapped_to_island', where, { metres, count: island, of }));
    }
  }
  return issues;
}

function facilityIssues({ destinationSnaps, snapM }: NetworkReach): Issue[] {
  return [...destinationSnaps].flatMap(([id, { status, awayM }]) => {
    const where = { input: 'facilities', id } as const;
    if (status === 'too_far') return [notOnStreets(where, awayM, snapM)];
    return status === 'snapped_to_island' ? [issue('snapped_to_island', where, { metres: Math.round(awayM) })] : [];
  });
}

/** Near a street, it can only be barriers that keep somebody from it. */
function notOnStreets(where: IssuePlace, awayM: number, snapM: number, who: IssueDetail = {}): Issue {
  const detail = { metres: Math.round(awayM), limit: snapM, ...who };
  return issue(awayM <= snapM + TOLERANCE ? 'walled_off' : 'too_far', where, detail);
}
