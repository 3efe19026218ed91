import { gather } from './gather.ts';
import { NO_EDGE, type StreetGraph } from './street-graph.ts';
import { WalkingSearch, type StreetPoint } from './walking-search.ts';

/** All nodes within a walk of one place, and the way to each: what isochrones are drawn from. */
export interface WalkingTree {
  readonly start: StreetPoint;
  readonly limitM: number;
  /** Ascending. */
  readonly node: Uint32Array;
  /** Metres to each, the walk to the street included. */
  readonly metres: Float64Array;
  /** The edge by which each is come to; `NO_EDGE` for an end of the edge that the walk starts on. */
  readonly edge: Uint32Array;
}

/** `search` may be given to reuse its scratch space. */
export function walkingTree(
  graph: StreetGraph,
  start: StreetPoint,
  limitM: number,
  search = new WalkingSearch(graph),
): WalkingTree {
  search.run(start, limitM);
  const node = search.reached.slice(0, search.reachedCount).sort();
  return {
    start,
    limitM,
    node,
    metres: gather(search.nodeM, node),
    edge: Uint32Array.from(node, (n) => {
      const arc = search.cameBy[n]!;
      return arc === NO_EDGE ? NO_EDGE : graph.arcEdge[arc]!;
    }),
  };
}
