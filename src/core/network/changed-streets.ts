import { boundsOfLine, type Bounds } from '../geo/polygon.ts';
import { mainlandCount } from './components.ts';
import { shapeOf } from './route.ts';
import type { StreetGraph, StreetOverlay } from './street-graph.ts';

/** What differs between two graphs of the same streets. */
export interface ChangedStreets {
  /** Boxes in degrees around all that differs: stretches, links, barriers, and streets that have come to be an island or none. */
  readonly boxes: readonly Bounds[];
  /** Whether an edge of the first has the same number, shape and pieces in the second. */
  readonly isSame: (edge: number) => boolean;
}

/** Null: they are of other streets, and everything differs. */
export function changedStreets(before: StreetGraph, after: StreetGraph): ChangedStreets | null {
  const base = baseOf(before);
  if (base !== baseOf(after)) return null;
  const split = { before: before.overlay?.split ?? NOTHING_SPLIT, after: after.overlay?.split ?? NOTHING_SPLIT };
  const splitEdges = new Set([...split.before.keys(), ...split.after.keys()]);
  const boxes: Bounds[] = [];
  for (const edge of splitEdges) {
    if (split.before.get(edge) !== split.after.get(edge)) boxes.push(boundsOfLine(shapeOf(base, edge)));
  }
  const lines = { before: linesOf(before.overlay), after: linesOf(after.overlay) };
  for (const [here, there] of [
    [lines.before, lines.after],
    [lines.after, lines.before],
  ] as const) {
    for (const [line, bounds] of here) if (!there.has(line)) boxes.push(bounds);
  }
  const isSame = (edge: number): boolean => edge < base.edgeM.length && !splitEdges.has(edge);
  for (const edge of edgesOtherwiseClassed(before, after, isSame)) boxes.push(boundsOfLine(shapeOf(base, edge)));
  return { boxes, isSame };
}

const NOTHING_SPLIT: ReadonlyMap<number, string> = new Map();

function baseOf(graph: StreetGraph): StreetGraph {
  return graph.overlay?.base ?? graph;
}

/** Links and barriers, by where they run. */
function linesOf(overlay: StreetOverlay | null): Map<string, Bounds> {
  const barriers = (overlay?.barriers.lines ?? []).map(
    (line) => [`barrier ${line.join()}`, boundsOfLine(line)] as const,
  );
  const links = (overlay?.links ?? []).map(({ line, bounds }) => [`link ${line.join()}`, bounds] as const);
  return new Map([...barriers, ...links]);
}

/** Edges that are on the mainland in one graph and on an island in the other, over links or without. */
function edgesOtherwiseClassed(before: StreetGraph, after: StreetGraph, isSame: (edge: number) => boolean): number[] {
  const found: number[] = [];
  const [was, is] = [mainlandOf(before), mainlandOf(after)];
  const edges = Math.min(before.edgeM.length, after.edgeM.length);
  for (let edge = 0; edge < edges; edge++) {
    if (was(edge) !== is(edge) && isSame(edge)) found.push(edge);
  }
  return found;
}

/** 0 to 3: whether an edge is on the mainland without links, and with them. */
function mainlandOf(graph: StreetGraph): (edge: number) => number {
  const { edgeFrom, nodeComponent, overlay } = graph;
  const mainlands = mainlandCount(graph);
  if (!overlay) return (edge) => (nodeComponent[edgeFrom[edge]!]! < mainlands ? 3 : 0);
  const { streets } = overlay;
  const mainlandsOfStreets = mainlandCount(streets);
  return (edge) => {
    const node = edgeFrom[edge]!;
    return (nodeComponent[node]! < mainlands ? 1 : 0) + (streets.nodeComponent[node]! < mainlandsOfStreets ? 2 : 0);
  };
}
