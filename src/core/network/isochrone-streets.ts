import { metresPerDegree } from '../geo/distance.ts';
import type { LonLat } from '../geo/geometry.ts';
import type { Bounds } from '../geo/polygon.ts';
import { NO_EDGE, type StreetGraph } from './street-graph.ts';
import type { StreetPoint, WalkingSearch } from './walking-search.ts';

/** The edges that can be walked to within a limit, whole or in part, and how far every position on them is. */
export interface WalkedStreets {
  readonly edges: readonly number[];
  /** Metres to each node; Infinity beyond the limit. */
  readonly nodeM: Float64Array;
  /** Places on an edge: walks along it need not pass one of its ends. */
  readonly placesOn: ReadonlyMap<number, readonly StreetPoint[]>;
  /** Degrees, around all that is walked and perhaps a little more; null when nothing is. */
  readonly bounds: Bounds | null;
}

/**
 * What can be walked to from the nearest of several places. From a single one `nodeM` is the search's own, good until it
 * is run again.
 */
export function walkedStreets(
  graph: StreetGraph,
  places: readonly StreetPoint[],
  limitM: number,
  search: WalkingSearch,
): WalkedStreets {
  const placesOn = new Map<number, StreetPoint[]>();
  const nodes: number[] = [];
  const nodeM = places.length === 1 ? search.nodeM : new Float64Array(graph.nodeLon.length).fill(Infinity);
  const reach = new Box();
  for (const place of places) {
    search.run(place, limitM);
    if (!isWithin(place, limitM)) continue;
    const others = placesOn.get(place.edge);
    if (others) others.push(place);
    else placesOn.set(place.edge, [place]);
    reach.around(positionAlong(graph, place), limitM - place.awayM);
    for (let i = 0; i < search.reachedCount; i++) {
      const node = search.reached[i]!;
      const metres = search.nodeM[node]!;
      if (nodeM === search.nodeM || nodeM[node] === Infinity) nodes.push(node);
      if (metres < nodeM[node]!) nodeM[node] = metres;
    }
  }
  const edges = edgesAt(graph, nodes, nodeM, placesOn.keys());
  const shapes = new Box();
  for (const edge of edges) {
    for (let s = graph.shapeStart[edge]!; s < graph.shapeStart[edge + 1]!; s++) {
      shapes.around([graph.shapeLon[s]!, graph.shapeLat[s]!], 0);
    }
  }
  return { edges, nodeM, placesOn, bounds: edges.length === 0 ? null : shapes.within(reach) };
}

function edgesAt(
  { firstArc, arcTo, arcEdge, edgeFrom, edgeTo }: StreetGraph,
  nodes: readonly number[],
  nodeM: Float64Array,
  startEdges: Iterable<number>,
): number[] {
  const edges: number[] = [];
  for (const node of nodes) {
    for (let arc = firstArc[node]!; arc < firstArc[node + 1]!; arc++) {
      // An edge with both ends walked to is taken from the one with the lower number.
      const other = arcTo[arc]!;
      if (other >= node || nodeM[other] === Infinity) edges.push(arcEdge[arc]!);
    }
  }
  for (const edge of startEdges) {
    if (nodeM[edgeFrom[edge]!] === Infinity && nodeM[edgeTo[edge]!] === Infinity) edges.push(edge);
  }
  return edges;
}

/** Whether a walk gets as far as the street. */
function isWithin({ edge, awayM }: StreetPoint, limitM: number): boolean {
  return edge !== NO_EDGE && awayM <= limitM;
}

function positionAlong({ shapeStart, shapeM, shapeLon, shapeLat }: StreetGraph, { edge, alongM }: StreetPoint): LonLat {
  const end = shapeStart[edge + 1]! - 2;
  let s = shapeStart[edge]!;
  while (s < end && shapeM[s + 1]! < alongM) s++;
  const share = (alongM - shapeM[s]!) / (shapeM[s + 1]! - shapeM[s]!) || 0;
  return [
    shapeLon[s]! + share * (shapeLon[s + 1]! - shapeLon[s]!),
    shapeLat[s]! + share * (shapeLat[s + 1]! - shapeLat[s]!),
  ];
}

/** Places whose walks may come within `marginM` of each other together, those far from all others alone. */
export function neighbourhoods(
  graph: StreetGraph,
  places: readonly StreetPoint[],
  limitM: number,
  marginM: number,
): StreetPoint[][] {
  const groups: StreetPoint[][] = [];
  let left = places
    .filter((place) => isWithin(place, limitM))
    .map((place) => {
      const box = new Box();
      box.around(positionAlong(graph, place), limitM - place.awayM + marginM / 2);
      return { place, box };
    });
  while (left.length > 0) {
    const group = left.splice(0, 1);
    for (const { box } of group) {
      const farther: typeof left = [];
      for (const other of left) (other.box.meets(box) ? group : farther).push(other);
      left = farther;
    }
    groups.push(group.map(({ place }) => place));
  }
  return groups;
}

/** A box in degrees that grows. */
class Box {
  private west = Infinity;
  private south = Infinity;
  private east = -Infinity;
  private north = -Infinity;

  around([lon, lat]: LonLat, metres: number): void {
    const { perLon, perLat } = metresPerDegree(lat);
    this.west = Math.min(this.west, lon - metres / perLon);
    this.south = Math.min(this.south, lat - metres / perLat);
    this.east = Math.max(this.east, lon + metres / perLon);
    this.north = Math.max(this.north, lat + metres / perLat);
  }

  meets(other: Box): boolean {
    const besides = this.west > other.east || this.east < other.west;
    return !besides && this.south <= other.north && this.north >= other.south;
  }

  within(other: Box): Bounds {
    return [
      Math.max(this.west, other.west),
      Math.max(this.south, other.south),
      Math.min(this.east, other.east),
      Math.min(this.north, other.north),
    ];
  }
}
