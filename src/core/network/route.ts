import type { LonLat } from '../geo/geometry.ts';
import type { Snap, WayOnto } from './snap.ts';
import { NO_EDGE, type StreetGraph } from './street-graph.ts';
import { WalkingSearch } from './walking-search.ts';

/** The shortest walk between two places, with all of its metres. */
export interface Route {
  /** Off the street, along the streets, off the street. */
  readonly metres: number;
  readonly startAwayM: number;
  readonly streetM: number;
  readonly endAwayM: number;
  /** Edges walked, whole or in part, in order. */
  readonly edges: readonly number[];
  /** The walk along the streets, from where it joins them to where it leaves them. */
  readonly line: readonly LonLat[];
}

/** Where a search without a known limit begins; it is widened fourfold until the other place is found. */
const FIRST_LIMIT_M = 2000;

/**
 * The shortest walk between two places that have been snapped; null where there is none: one is too far from any street,
 * or no street leads from one to the other. `search` may be given to reuse its scratch space.
 */
export function route(graph: StreetGraph, start: Snap, end: Snap, search = new WalkingSearch(graph)): Route | null {
  let shortest: Route | null = null;
  for (const from of waysOnto(start)) {
    for (const to of waysOnto(end)) {
      const found = routeBetween(graph, from, to, search);
      if (found && !(shortest && shortest.metres <= found.metres)) shortest = found;
    }
  }
  return shortest;
}

function waysOnto(snap: Snap): WayOnto[] {
  return snap.at ? [{ ...snap, at: snap.at }, ...(snap.others ?? [])] : [];
}

function routeBetween(graph: StreetGraph, start: WayOnto, end: WayOnto, search: WalkingSearch): Route | null {
  const { edgeFrom, edgeTo, edgeM, nodeComponent } = graph;
  if (nodeComponent[edgeFrom[start.edge]!] !== nodeComponent[edgeFrom[end.edge]!]) return null;
  const fromEnd = edgeFrom[end.edge]!;
  const toEnd = edgeTo[end.edge]!;
  const lengthM = edgeM[end.edge]!;
  const direct = start.edge === end.edge ? start.awayM + Math.abs(start.alongM - end.alongM) : Infinity;
  let street = Infinity;
  for (let limitM = FIRST_LIMIT_M; ; limitM *= 4) {
    search.run({ edge: start.edge, alongM: start.alongM, awayM: start.awayM }, limitM);
    street = Math.min(search.nodeM[fromEnd]! + end.alongM, search.nodeM[toEnd]! + (lengthM - end.alongM), direct);
    // Beyond the limit there may be nothing shorter than the limit itself.
    if (street <= limitM) break;
  }
  const metres = street + end.awayM;
  const legs = { metres, startAwayM: start.awayM, streetM: street - start.awayM, endAwayM: end.awayM };
  if (street === direct) {
    const line = piece(graph, end.edge, start.alongM, end.alongM, start.at, end.at);
    return { ...legs, edges: [end.edge], line };
  }
  const byFrom = street === search.nodeM[fromEnd]! + end.alongM;
  const last = byFrom ? fromEnd : toEnd;
  const steps = wayTo(graph, search, last);
  const first = steps[0]?.from ?? last;
  const firstAlongM = leavesByFrom(graph, search, start, first) ? 0 : edgeM[start.edge]!;
  const line = piece(graph, start.edge, start.alongM, firstAlongM, start.at, nodeAt(graph, first));
  for (const { edge, forward } of steps) {
    const points = shapeOf(graph, edge);
    append(line, forward ? points : points.reverse());
  }
  append(line, piece(graph, end.edge, byFrom ? 0 : lengthM, end.alongM, nodeAt(graph, last), end.at));
  return { ...legs, edges: [start.edge, ...steps.map(({ edge }) => edge), end.edge], line };
}

/** Whether the walk leaves its first edge by the edge's start. Both ends may be the same node. */
function leavesByFrom(graph: StreetGraph, search: WalkingSearch, start: WayOnto, node: number): boolean {
  return graph.edgeFrom[start.edge] === node && search.nodeM[node] === start.awayM + start.alongM;
}

interface Step {
  readonly edge: number;
  readonly from: number;
  readonly forward: boolean;
}

/** The edges walked from where the search began to a node. */
function wayTo({ arcEdge, edgeFrom, edgeTo }: StreetGraph, search: WalkingSearch, node: number): Step[] {
  const steps: Step[] = [];
  let at = node;
  for (let arc = search.cameBy[at]!; arc !== NO_EDGE; arc = search.cameBy[at]!) {
    const edge = arcEdge[arc]!;
    const forward = edgeTo[edge] === at;
    at = forward ? edgeFrom[edge]! : edgeTo[edge]!;
    steps.push({ edge, from: at, forward });
  }
  return steps.reverse();
}

function nodeAt({ nodeLon, nodeLat }: StreetGraph, node: number): LonLat {
  return [nodeLon[node]!, nodeLat[node]!];
}

/** The positions of an edge's shape. */
export function shapeOf({ shapeStart, shapeLon, shapeLat }: StreetGraph, edge: number): LonLat[] {
  const points: LonLat[] = [];
  for (let s = shapeStart[edge]!; s < shapeStart[edge + 1]!; s++) points.push([shapeLon[s]!, shapeLat[s]!]);
  return points;
}

/** The piece of an edge between two distances from its start, whose positions are given. */
function piece(
  { shapeStart, shapeLon, shapeLat, shapeM }: StreetGraph,
  edge: number,
  startM: number,
  endM: number,
  startAt: LonLat,
  endAt: LonLat,
): LonLat[] {
  const [low, high] = startM <= endM ? [startM, endM] : [endM, startM];
  const between: LonLat[] = [];
  for (let s = shapeStart[edge]!; s < shapeStart[edge + 1]!; s++) {
    if (shapeM[s]! > low && shapeM[s]! < high) between.push([shapeLon[s]!, shapeLat[s]!]);
  }
  if (startM > endM) between.reverse();
  const line: LonLat[] = [startAt];
  append(line, between);
  append(line, [endAt]);
  return line;
}

function append(line: LonLat[], points: readonly LonLat[]): void {
  for (const point of points) {
    const last = line.at(-1);
    if (!last || last[0] !== point[0] || last[1] !== point[1]) line.push(point);
  }
}
