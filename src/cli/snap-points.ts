import { issue, type Issue } from '../core/issue.ts';
import { NearestStreet } from '../core/network/nearest-street.ts';
import { snap, type Snap } from '../core/network/snap.ts';
import type { StreetGraph } from '../core/network/street-graph.ts';
import { tellProgress, type Speech } from './host.ts';
import type { Point, Points } from './read-points.ts';

/** Points worked through between two reports. */
const PER_REPORT = 2000;

/** A place, and where its walks join the streets. */
export interface SnappedPoint extends Point {
  readonly snap: Snap;
}

/** Finds where each point joins the streets, in the order of the points. */
export function snapPoints(graph: StreetGraph, { points }: Points, snapM: number, speech: Speech): SnappedPoint[] {
  const search = new NearestStreet(graph);
  return points.map((point, i) => {
    if (i % PER_REPORT === 0) tellProgress(speech, { stage: 'origins', done: i, total: points.length });
    return { ...point, snap: snap(graph, point.at, snapM, search) };
  });
}

/** Who is too far from any street, with the distance in metres to a centimetre, and who is on an island of streets. */
export function snapIssues(file: string, points: readonly SnappedPoint[], snapM: number): Issue[] {
  return points.flatMap(({ id, snap: { status, awayM } }) => {
    const metres = Math.round(awayM * 100) / 100;
    if (status === 'too_far') return [issue('too_far', { file, id }, { metres, limit: snapM })];
    return status === 'snapped_to_island' ? [issue('snapped_to_island', { file, id }, { metres })] : [];
  });
}

/** Said once where not one point got onto the streets: they are of another place, this many kilometres off. */
export function elsewhereIssue(streetsFile: string, points: readonly SnappedPoint[]): Issue[] {
  if (points.length === 0 || points.some((point) => point.snap.status !== 'too_far')) return [];
  const nearestM = points.reduce((least, point) => Math.min(least, point.snap.awayM), Infinity);
  return [issue('streets_elsewhere', { input: 'streets', file: streetsFile }, { found: Math.round(nearestM / 1000) })];
}
