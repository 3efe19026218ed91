import type { LonLat } from '../geo/geometry.ts';
import type { Bounds } from '../geo/polygon.ts';
import type { Barriers } from './barriers.ts';
import type { SegmentTree } from './segment-tree.ts';

/**
 * The walking network: junctions (nodes) and the stretches between them (edges), walkable both ways, in flat typed arrays.
 * Built once from streets and never changed: a plan's street edits make another of it (`editStreetsSteps`).
 */
export interface StreetGraph {
  /** Degrees. Nodes are numbered along a Hilbert curve, dead ends after the others: neighbours on the ground are neighbours in memory. */
  readonly nodeLon: Float64Array;
  readonly nodeLat: Float64Array;
  /** Nodes from this number on have one way out at most, back where one came from: a search need not go on from them. */
  readonly throughNodes: number;
  /**
   * Ways out of node `n`: `arcTo`, `arcM` (metres) and `arcEdge` from `firstArc[n]` up to `firstArc[n + 1]`. Each edge
   * gives one arc at either end; an edge that comes back to its own node gives one arc in all.
   */
  readonly firstArc: Uint32Array;
  readonly arcTo: Uint32Array;
  readonly arcM: Float64Array;
  readonly arcEdge: Uint32Array;
  readonly edgeFrom: Uint32Array;
  readonly edgeTo: Uint32Array;
  /** Great-circle metres along the shape. */
  readonly edgeM: Float64Array;
  /** Bits `STEPS` and `SQUARE` of `street-lines.ts`; an edge has a bit where any stretch of it has. */
  readonly edgeKind: Uint8Array;
  /** The shape of edge `e`, both ends included: positions from `shapeStart[e]` up to `shapeStart[e + 1]`. */
  readonly shapeStart: Uint32Array;
  readonly shapeLon: Float64Array;
  readonly shapeLat: Float64Array;
  /** Metres from the edge's start. */
  readonly shapeM: Float64Array;
  /** The edge of each position. */
  readonly shapeEdge: Uint32Array;
  /** Connected component of each node; components are numbered from the longest. */
  readonly nodeComponent: Uint32Array;
  /** Total metres of streets of each component, descending. */
  readonly componentM: Float64Array;
  readonly tree: SegmentTree;
  /** What a plan's street edits did to the streets; null: they are as they came. */
  readonly overlay: StreetOverlay | null;
}

/** What barriers and links made of streets as they came. */
export interface StreetOverlay {
  /** As they came. Edges that were neither cut nor joined keep their numbers. */
  readonly base: StreetGraph;
  readonly barriers: Barriers;
  /** Edges of the base that were cut or joined. */
  readonly split: ReadonlyMap<number, SplitEdge>;
  /** The last edges of the graph, one a link that joins a street; all shapes before them are of streets. */
  readonly links: readonly LinkEdge[];
  /** Components of the streets without the links: a link is to change nobody's way onto them, only to add one. */
  readonly streets: Pick<StreetGraph, 'nodeComponent' | 'componentM'>;
}

/** An edge in pieces, the first of which has its number. */
export interface SplitEdge {
  /** Where it is cut and joined, as text: alike in two graphs, it is in the same pieces. */
  readonly where: string;
  /** The edges that its other pieces are: so many, from this number on. */
  readonly others: number;
  readonly otherCount: number;
}

/** A link as it is walked: from street to street, or to where it ends. */
export interface LinkEdge {
  readonly edge: number;
  readonly line: readonly LonLat[];
  /** Degrees, around the line. */
  readonly bounds: Bounds;
}

export const NO_EDGE = 0xffff_ffff;

/** Numbers of a network that people and logs ask about. */
export interface StreetFacts {
  readonly junctions: number;
  readonly edges: number;
  readonly components: number;
  readonly totalM: number;
  /** Share of all metres that is in the largest component. */
  readonly largestShare: number;
}

export function streetFacts({ nodeLon, edgeM, componentM }: StreetGraph): StreetFacts {
  const totalM = componentM.reduce((sum, metres) => sum + metres, 0);
  return {
    junctions: nodeLon.length,
    edges: edgeM.length,
    components: componentM.length,
    totalM,
    largestShare: totalM > 0 ? componentM[0]! / totalM : 0,
  };
}
