import { boundsOfLine, type Bounds } from '../geo/polygon.ts';
import { mainlandCount, type Components } from './components.ts';
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
  for (const edge of edgesOtherwiseClassed(before, after, base)) {
    if (isSame(edge)) boxes.push(boundsOfLine(shapeOf(base, edge)));
  }
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

/** Edges of the base that are on the mainland in one graph and on an island in the other, over links or without. */
function edgesOtherwiseClassed(before: StreetGraph, after: StreetGraph, base: StreetGraph): number[] {
  const found = new Set<number>();
  for (const componentsOf of [streetsOf, (graph: StreetGraph): Components => graph]) {
    const here = componentsOf(before);
    const there = componentsOf(after);
    const mainlandsHere = mainlandCount(here);
    const mainlandsThere = mainlandCount(there);
    const joinsHere = before.throughNodes - base.throughNodes;
    const joinsThere = after.throughNodes - base.throughNodes;
    for (let edge = 0; edge < base.edgeM.length; edge++) {
      const node = base.edgeFrom[edge]!;
      const isDeadEnd = node >= base.throughNodes;
      const wasMainland = here.nodeComponent[isDeadEnd ? node + joinsHere : node]! < mainlandsHere;
      const isMainland = there.nodeComponent[isDeadEnd ? node + joinsThere : node]! < mainlandsThere;
      if (wasMainland !== isMainland) found.add(edge);
    }
  }
  return [...found];
}

function streetsOf(graph: StreetGraph): Components {
  return graph.overlay?.streets ?? graph;
}
