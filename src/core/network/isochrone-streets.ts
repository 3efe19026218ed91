import type { Bounds } from '../geo/polygon.ts';
import type { Steps } from '../progress.ts';
import { Box, neighbourhoodsSteps } from './neighbourhoods.ts';
import { positionAlong } from './position-along.ts';
import { NO_EDGE, type StreetGraph } from './street-graph.ts';
import { waysOnto, type StreetPoint, type WalkingSearch } from './walking-search.ts';

/** Searched from, and nodes looked at, between two reports: each a few milliseconds in a metropolis. */
const PLACES_PER_STEP = 10;
const NODES_PER_STEP = 5000;

const NOWHERE: StreetPoint = { edge: NO_EDGE, alongM: 0, awayM: 0 };

/** The streets that can be walked to within a limit, and how far every position on them is. */
export interface WalkedStreets {
  /** Metres to each node; Infinity beyond the limit. The search's own, good until it is run again. */
  readonly nodeM: Float64Array;
  /** Places on an edge: walks along it need not pass one of its ends. */
  readonly placesOn: ReadonlyMap<number, readonly StreetPoint[]>;
  /** Degrees, around all that is walked and perhaps a little more; null when nothing is. */
  readonly bounds: Bounds | null;
}

/** What can be walked to from the nearest of several places. */
export function* walkedStreetsSteps(
  graph: StreetGraph,
  places: readonly StreetPoint[],
  limitM: number,
  search: WalkingSearch,
): Steps<WalkedStreets> {
  const placesOn = new Map<number, StreetPoint[]>();
  const reach = new Box();
  search.run(NOWHERE, limitM);
  for (const [done, place] of places.entries()) {
    if (done % PLACES_PER_STEP === 0) yield { stage: 'reach', done, total: places.length };
    search.also(place, limitM);
    for (const way of waysOnto(place)) {
      if (!isWithin(way, limitM)) continue;
      const there = placesOn.get(way.edge);
      if (there) there.push(way);
      else placesOn.set(way.edge, [way]);
      reach.around(positionAlong(graph, way.edge, way.alongM), limitM - way.awayM);
    }
  }
  const shapes = new Box();
  for (const edge of placesOn.keys()) widen(shapes, graph, edge);
  const { reached, reachedCount, nodeM } = search;
  for (let i = 0; i < reachedCount; i++) {
    if (i % NODES_PER_STEP === 0) yield { stage: 'reach', done: places.length, total: places.length };
    const node = reached[i]!;
    for (let arc = graph.firstArc[node]!; arc < graph.firstArc[node + 1]!; arc++) {
      // An edge with both ends walked to is taken from the one with the lower number.
      const other = graph.arcTo[arc]!;
      if (other >= node || nodeM[other] === Infinity) widen(shapes, graph, graph.arcEdge[arc]!);
    }
  }
  return { nodeM, placesOn, bounds: placesOn.size === 0 ? null : shapes.within(reach) };
}

/** Whether an edge can be walked to, whole or in part. */
export function isWalkedTo({ nodeM, placesOn }: WalkedStreets, graph: StreetGraph, edge: number): boolean {
  return nodeM[graph.edgeFrom[edge]!] !== Infinity || nodeM[graph.edgeTo[edge]!] !== Infinity || placesOn.has(edge);
}

function widen(box: Box, { shapeStart, shapeLon, shapeLat }: StreetGraph, edge: number): void {
  for (let s = shapeStart[edge]!; s < shapeStart[edge + 1]!; s++) box.hold(shapeLon[s]!, shapeLat[s]!);
}

/** Whether a walk gets as far as the street. */
function isWithin({ edge, awayM }: StreetPoint, limitM: number): boolean {
  return edge !== NO_EDGE && awayM <= limitM;
}

/** Places whose walks may come within `marginM` of each other together, those far from all others alone. */
export function* walkingNeighboursSteps(
  graph: StreetGraph,
  places: readonly StreetPoint[],
  limitM: number,
  marginM: number,
): Steps<StreetPoint[][]> {
  const boxes = places.flatMap((place) => {
    const ways = waysOnto(place).filter((way) => isWithin(way, limitM));
    if (ways.length === 0) return [];
    const box = new Box();
    for (const way of ways) {
      box.around(positionAlong(graph, way.edge, way.alongM), limitM - way.awayM + marginM / 2);
    }
    return { place, box };
  });
  return yield* neighbourhoodsSteps(boxes);
}
