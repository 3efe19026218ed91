import type { LonLat } from '../geo/geometry.ts';
import { boundsOfLine, type Bounds } from '../geo/polygon.ts';
import { mainlandCount } from './components.ts';
import { shapeOf } from './route.ts';
import { NO_EDGE, type StreetGraph, type StreetOverlay } from './street-graph.ts';

/** What differs between two graphs of the same streets. */
export interface ChangedStreets {
  /** Boxes in degrees around all that differs: stretches, links, barriers, and streets that have come to be an island or none. */
  readonly boxes: readonly Bounds[];
  /** The number in the second graph of an edge of the first; `NO_EDGE` where it is in other pieces, or gone. */
  readonly numberOf: (edge: number) => number;
}

/** Null: they are of other streets, and everything differs. */
export function changedStreets(before: StreetGraph, after: StreetGraph): ChangedStreets | null {
  const base = baseOf(before);
  if (base !== baseOf(after)) return null;
  const numberOf = numbering(before, after, base);
  const boxes: Bounds[] = [];
  const split = new Set([...(before.overlay?.split.keys() ?? []), ...(after.overlay?.split.keys() ?? [])]);
  for (const edge of split) {
    if (numberOf(edge) === NO_EDGE) boxes.push(boundsOfLine(shapeOf(base, edge)));
  }
  const lines = { before: linesOf(before.overlay), after: linesOf(after.overlay) };
  for (const [here, there] of [
    [lines.before, lines.after],
    [lines.after, lines.before],
  ] as const) {
    for (const [text, line] of here) if (!there.has(text)) boxes.push(...boxesAlong(line));
  }
  for (const edge of edgesOtherwiseClassed(before, after, base, numberOf)) {
    boxes.push(boundsOfLine(shapeOf(before, edge)));
  }
  return { boxes, numberOf };
}

function baseOf(graph: StreetGraph): StreetGraph {
  return graph.overlay?.base ?? graph;
}

function numbering(before: StreetGraph, after: StreetGraph, base: StreetGraph): ChangedStreets['numberOf'] {
  const known = new Map<number, number>();
  const there = after.overlay?.split;
  for (const edge of there?.keys() ?? []) known.set(edge, NO_EDGE);
  for (const [edge, { where, others, otherCount }] of before.overlay?.split ?? []) {
    const same = there?.get(edge);
    const alike = same?.where === where;
    known.set(edge, alike ? edge : NO_EDGE);
    for (let k = 0; k < otherCount; k++) known.set(others + k, alike ? same.others + k : NO_EDGE);
  }
  const links = new Map(after.overlay?.links.map(({ edge, line }) => [line.join(), edge]));
  for (const { edge, line } of before.overlay?.links ?? []) known.set(edge, links.get(line.join()) ?? NO_EDGE);
  return (edge) => known.get(edge) ?? (edge < base.edgeM.length ? edge : NO_EDGE);
}

/** Links and barriers, by where they run. */
function linesOf(overlay: StreetOverlay | null): Map<string, readonly LonLat[]> {
  const barriers = (overlay?.barriers.lines ?? []).map((line) => [`barrier ${line.join()}`, line] as const);
  const links = (overlay?.links ?? []).map(({ line }) => [`link ${line.join()}`, line] as const);
  return new Map([...barriers, ...links]);
}

function boxesAlong(line: readonly LonLat[]): Bounds[] {
  return line.slice(1).map((to, i) => boundsOfLine([line[i]!, to]));
}

/** Edges that are in both, on the mainland in one and on an island in the other, over links or without. */
function edgesOtherwiseClassed(
  before: StreetGraph,
  after: StreetGraph,
  base: StreetGraph,
  numberOf: ChangedStreets['numberOf'],
): number[] {
  const found: number[] = [];
  const [was, is] = [mainlandOf(before), mainlandOf(after)];
  // Edges of the base keep their numbers: which ones are in other pieces is looked up for the few that are classed otherwise.
  for (let edge = 0; edge < base.edgeM.length; edge++) {
    if (was(edge) !== is(edge) && numberOf(edge) !== NO_EDGE) found.push(edge);
  }
  for (let edge = base.edgeM.length; edge < before.edgeM.length; edge++) {
    const there = numberOf(edge);
    if (there !== NO_EDGE && was(edge) !== is(there)) found.push(edge);
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
