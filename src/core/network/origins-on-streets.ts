import { gather } from './gather.ts';
import { NO_EDGE, type StreetGraph } from './street-graph.ts';
import { radixOrder } from './radix-order.ts';
import type { Snaps } from './snap.ts';

/**
 * Points that walks start from, snapped and sorted by the edge they are on. Those on edge `e` are from `edgeStart[e]` up
 * to `edgeStart[e + 1]` of the other arrays; points too far from any street are on none, those with several ways onto
 * the streets on several.
 */
export interface OriginsOnStreets {
  readonly count: number;
  readonly edgeStart: Uint32Array;
  /** Which point. */
  readonly origin: Uint32Array;
  readonly alongM: Float64Array;
  readonly awayM: Float64Array;
}

export function originsOnStreets({ edgeM }: StreetGraph, snaps: Snaps): OriginsOnStreets {
  const count = snaps.edge.length;
  const { edge, alongM, awayM, others } = withOthers(snaps);
  // Points on no edge have the largest key and come last.
  const order = radixOrder(edge);
  let placed = order.length;
  while (placed > 0 && edge[order[placed - 1]!] === NO_EDGE) placed--;
  const ways = order.slice(0, placed);
  const edgeStart = new Uint32Array(edgeM.length + 1);
  for (let k = 0; k < placed; k++) edgeStart[edge[ways[k]!]! + 1]!++;
  for (let e = 0; e < edgeM.length; e++) edgeStart[e + 1]! += edgeStart[e]!;
  return {
    count,
    edgeStart,
    origin: others.length === 0 ? ways : ways.map((way) => (way < count ? way : others[way - count]!.point)),
    alongM: gather(alongM, ways),
    awayM: gather(awayM, ways),
  };
}

/** The other ways onto the streets after all points. */
function withOthers(snaps: Snaps): Snaps {
  const { others } = snaps;
  if (others.length === 0) return snaps;
  return {
    ...snaps,
    edge: Uint32Array.from([...snaps.edge, ...others.map(({ edge }) => edge)]),
    alongM: Float64Array.from([...snaps.alongM, ...others.map(({ alongM }) => alongM)]),
    awayM: Float64Array.from([...snaps.awayM, ...others.map(({ awayM }) => awayM)]),
  };
}
