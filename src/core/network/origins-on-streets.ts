import { gather } from './gather.ts';
import { NO_EDGE, type StreetGraph } from './street-graph.ts';
import { radixOrder } from './radix-order.ts';
import type { Snaps } from './snap.ts';

/**
 * Points that walks start from, snapped and sorted by the edge they are on. Those on edge `e` are from `edgeStart[e]` up
 * to `edgeStart[e + 1]` of the other arrays; points too far from any street are on none.
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
  // Points on no edge have the largest key and come last.
  const order = radixOrder(snaps.edge);
  let placed = order.length;
  while (placed > 0 && snaps.edge[order[placed - 1]!] === NO_EDGE) placed--;
  const origin = order.slice(0, placed);
  const edgeStart = new Uint32Array(edgeM.length + 1);
  for (let k = 0; k < placed; k++) edgeStart[snaps.edge[origin[k]!]! + 1]!++;
  for (let e = 0; e < edgeM.length; e++) edgeStart[e + 1]! += edgeStart[e]!;
  return {
    count: order.length,
    edgeStart,
    origin,
    alongM: gather(snaps.alongM, origin),
    awayM: gather(snaps.awayM, origin),
  };
}
