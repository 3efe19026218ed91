import { greatCircleMetres } from '../geo/distance.ts';
import type { Progress, Steps } from '../progress.ts';
import { numberComponentsSteps } from './components.ts';
import { gather } from './gather.ts';
import { Growing } from './growing.ts';
import { hilbertKeys } from './hilbert.ts';
import { radixOrder } from './radix-order.ts';
import { buildSegmentTreeSteps } from './segment-tree.ts';
import type { StreetGraph } from './street-graph.ts';
import type { StreetLines } from './street-lines.ts';

/** Junctions worked through between two reports, and segments or edges, with which less is done. */
const PER_STEP = 2000;
const SEGMENTS_PER_STEP = 50_000;

const NONE = 0xffff_ffff;

/**
 * The graph of walkable lines. Vertices where other than two segments meet become nodes; the others become points of an
 * edge's shape. A ring that meets nothing gets one node. Two lines between the same nodes stay two edges.
 */
export function* buildGraphSteps(lines: StreetLines): Steps<StreetGraph> {
  const pause: Progress = { stage: 'reading', done: 0, total: 1 };
  yield pause;
  const segments = yield* segmentsSteps(lines);
  const { junctions, through } = yield* junctionsInOrder(lines, segments, pause);
  yield pause;
  const tracer = new EdgeTracer(lines, segments, junctions);
  yield pause;
  for (const [done, vertex] of junctions.entries()) {
    if (done % PER_STEP === 0) yield { stage: 'reading', done, total: junctions.length };
    tracer.traceFrom(vertex);
  }
  tracer.traceRings();
  yield pause;
  const edges = yield* tracer.finishSteps(pause);
  const arcs = yield* arcsSteps(edges, pause);
  const { nodeComponent, componentM } = yield* numberComponentsSteps(edges.nodeLon.length, edges);
  const graph = { ...edges, throughNodes: through, ...arcs, nodeComponent, componentM };
  return { ...graph, tree: yield* buildSegmentTreeSteps(graph), overlay: null };
}

/** Straight pieces between consecutive vertices of a line, and the pieces at each vertex. */
interface Segments {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly kind: Uint8Array;
  /** Segments at vertex `v`: `at` from `first[v]` up to `first[v + 1]`. */
  readonly first: Uint32Array;
  readonly at: Uint32Array;
}

function* segmentsSteps({ lon, start, vertex, kind }: StreetLines): Steps<Segments> {
  const lineCount = kind.length;
  const count = vertex.length - lineCount;
  const segments = { from: new Uint32Array(count), to: new Uint32Array(count), kind: new Uint8Array(count) };
  const first = new Uint32Array(lon.length + 1);
  let segment = 0;
  for (let line = 0, since = 0; line < lineCount; line++) {
    if (segment - since >= SEGMENTS_PER_STEP) {
      since = segment;
      yield { stage: 'reading', done: line, total: lineCount };
    }
    for (let k = start[line]! + 1; k < start[line + 1]!; k++) {
      const from = vertex[k - 1]!;
      const to = vertex[k]!;
      segments.from[segment] = from;
      segments.to[segment] = to;
      segments.kind[segment++] = kind[line]!;
      first[from + 1]!++;
      first[to + 1]!++;
    }
  }
  for (let v = 0; v < lon.length; v++) {
    if (v % SEGMENTS_PER_STEP === 0) yield { stage: 'reading', done: v, total: lon.length };
    first[v + 1]! += first[v]!;
  }
  const next = first.slice();
  const at = new Uint32Array(count * 2);
  for (let s = 0; s < count; s++) {
    if (s % SEGMENTS_PER_STEP === 0) yield { stage: 'reading', done: s, total: count };
    at[next[segments.from[s]!]!++] = s;
    at[next[segments.to[s]!]!++] = s;
  }
  return { ...segments, first, at };
}

/** Vertices that become nodes, along a Hilbert curve: first the `through` ones with several ways out, then the dead ends. */
function* junctionsInOrder(
  { lon, lat }: StreetLines,
  { first }: Segments,
  pause: Progress,
): Steps<{ junctions: Uint32Array; through: number }> {
  const found = new Growing(Uint32Array, lon.length);
  let deadEnds = 0;
  yield pause;
  for (let v = 0; v < lon.length; v++) {
    if (v % SEGMENTS_PER_STEP === 0) yield pause;
    const ways = first[v + 1]! - first[v]!;
    if (ways === 1) deadEnds++;
    if (ways !== 0 && ways !== 2) found.push(v);
  }
  const vertices = found.trimmed();
  yield pause;
  const lons = gather(lon, vertices);
  const lats = gather(lat, vertices);
  yield pause;
  const keys = hilbertKeys(lons, lats);
  yield pause;
  const order = radixOrder(keys);
  yield pause;
  const junctions = new Uint32Array(vertices.length);
  const through = vertices.length - deadEnds;
  let nextThrough = 0;
  let nextDeadEnd = through;
  for (let k = 0; k < order.length; k++) {
    const v = vertices[order[k]!]!;
    const ways = first[v + 1]! - first[v]!;
    junctions[ways === 1 ? nextDeadEnd++ : nextThrough++] = v;
  }
  return { junctions, through };
}

/** The edges of a graph, and its nodes without their arcs. */
export type Edges = Pick<
  StreetGraph,
  | 'nodeLon'
  | 'nodeLat'
  | 'edgeFrom'
  | 'edgeTo'
  | 'edgeM'
  | 'edgeKind'
  | 'shapeStart'
  | 'shapeLon'
  | 'shapeLat'
  | 'shapeM'
  | 'shapeEdge'
>;

/** Follows segments from node to node. Edges come out in the order of their first nodes. */
class EdgeTracer {
  private readonly lines: StreetLines;
  private readonly segments: Segments;
  private readonly nodeOf: Uint32Array;
  private readonly traced: Uint8Array;
  private readonly nodeVertex: Growing<Uint32Array<ArrayBuffer>>;
  private readonly edgeFrom: Growing<Uint32Array<ArrayBuffer>>;
  private readonly edgeTo: Growing<Uint32Array<ArrayBuffer>>;
  private readonly edgeM: Growing<Float64Array<ArrayBuffer>>;
  private readonly edgeKind: Growing<Uint8Array<ArrayBuffer>>;
  private readonly shapeStart: Growing<Uint32Array<ArrayBuffer>>;
  private readonly shapeVertex: Growing<Uint32Array<ArrayBuffer>>;
  private readonly shapeM: Growing<Float64Array<ArrayBuffer>>;
  private readonly shapeEdge: Growing<Uint32Array<ArrayBuffer>>;

  constructor(lines: StreetLines, segments: Segments, junctions: Uint32Array) {
    this.lines = lines;
    this.segments = segments;
    this.nodeOf = new Uint32Array(lines.lon.length).fill(NONE);
    this.traced = new Uint8Array(segments.from.length);
    let ends = 0;
    for (const vertex of junctions) ends += segments.first[vertex + 1]! - segments.first[vertex]!;
    // Exactly so many, but for rings that meet nothing.
    const edges = ends / 2;
    const positions = segments.from.length + edges;
    this.nodeVertex = new Growing(Uint32Array, junctions.length);
    this.edgeFrom = new Growing(Uint32Array, edges);
    this.edgeTo = new Growing(Uint32Array, edges);
    this.edgeM = new Growing(Float64Array, edges);
    this.edgeKind = new Growing(Uint8Array, edges);
    this.shapeStart = new Growing(Uint32Array, 1 + edges);
    this.shapeVertex = new Growing(Uint32Array, positions);
    this.shapeM = new Growing(Float64Array, positions);
    this.shapeEdge = new Growing(Uint32Array, positions);
    for (const vertex of junctions) this.number(vertex);
  }

  private number(vertex: number): void {
    this.nodeOf[vertex] = this.nodeVertex.length;
    this.nodeVertex.push(vertex);
  }

  traceFrom(vertex: number): void {
    const { first, at } = this.segments;
    for (let k = first[vertex]!; k < first[vertex + 1]!; k++) {
      if (!this.traced[at[k]!]) this.traceEdge(vertex, at[k]!);
    }
  }

  /** What is left are rings without a junction: the first vertex of each becomes its node. */
  traceRings(): void {
    for (let s = this.traced.indexOf(0); s >= 0; s = this.traced.indexOf(0, s)) {
      const vertex = this.segments.from[s]!;
      this.number(vertex);
      this.traceEdge(vertex, s);
    }
  }

  private traceEdge(begin: number, firstSegment: number): void {
    const { lon, lat } = this.lines;
    const { from, to, kind, first, at } = this.segments;
    const edge = this.edgeFrom.length;
    this.shapeStart.push(this.shapeVertex.length);
    let here = begin;
    let metres = 0;
    let bits = 0;
    let segment = firstSegment;
    this.point(here, metres, edge);
    for (;;) {
      this.traced[segment] = 1;
      bits |= kind[segment]!;
      const there = from[segment] === here ? to[segment]! : from[segment]!;
      metres += greatCircleMetres([lon[here]!, lat[here]!], [lon[there]!, lat[there]!]);
      here = there;
      this.point(here, metres, edge);
      if (this.nodeOf[here] !== NONE) break;
      const k = first[here]!;
      segment = at[k] === segment ? at[k + 1]! : at[k]!;
    }
    this.edgeFrom.push(this.nodeOf[begin]!);
    this.edgeTo.push(this.nodeOf[here]!);
    this.edgeM.push(metres);
    this.edgeKind.push(bits);
  }

  private point(vertex: number, metres: number, edge: number): void {
    this.shapeVertex.push(vertex);
    this.shapeM.push(metres);
    this.shapeEdge.push(edge);
  }

  *finishSteps(pause: Progress): Steps<Edges> {
    const { lon, lat } = this.lines;
    this.shapeStart.push(this.shapeVertex.length);
    const nodeVertex = this.nodeVertex.trimmed();
    const nodeLon = gather(lon, nodeVertex);
    const nodeLat = gather(lat, nodeVertex);
    yield pause;
    const shapeVertex = this.shapeVertex.trimmed();
    yield pause;
    const shapeLon = gather(lon, shapeVertex);
    yield pause;
    const shapeLat = gather(lat, shapeVertex);
    yield pause;
    const shapeM = this.shapeM.trimmed();
    const shapeEdge = this.shapeEdge.trimmed();
    yield pause;
    return {
      nodeLon,
      nodeLat,
      edgeFrom: this.edgeFrom.trimmed(),
      edgeTo: this.edgeTo.trimmed(),
      edgeM: this.edgeM.trimmed(),
      edgeKind: this.edgeKind.trimmed(),
      shapeStart: this.shapeStart.trimmed(),
      shapeLon,
      shapeLat,
      shapeM,
      shapeEdge,
    };
  }
}

type Arcs = Pick<StreetGraph, 'firstArc' | 'arcTo' | 'arcM' | 'arcEdge'>;

/** Ways out of every node. */
export function* arcsSteps({ nodeLon, edgeFrom, edgeTo, edgeM }: Edges, pause: Progress): Steps<Arcs> {
  const firstArc = new Uint32Array(nodeLon.length + 1);
  for (let e = 0; e < edgeFrom.length; e++) {
    firstArc[edgeFrom[e]! + 1]!++;
    if (edgeTo[e] !== edgeFrom[e]) firstArc[edgeTo[e]! + 1]!++;
  }
  for (let n = 0; n < nodeLon.length; n++) firstArc[n + 1]! += firstArc[n]!;
  yield pause;
  const count = firstArc[nodeLon.length]!;
  const arcs = {
    firstArc,
    arcTo: new Uint32Array(count),
    arcM: new Float64Array(count),
    arcEdge: new Uint32Array(count),
  };
  const next = firstArc.slice();
  const put = (from: number, to: number, e: number): void => {
    const arc = next[from]!++;
    arcs.arcTo[arc] = to;
    arcs.arcM[arc] = edgeM[e]!;
    arcs.arcEdge[arc] = e;
  };
  for (let e = 0; e < edgeFrom.length; e++) {
    if (e % SEGMENTS_PER_STEP === 0) yield pause;
    put(edgeFrom[e]!, edgeTo[e]!, e);
    if (edgeTo[e] !== edgeFrom[e]) put(edgeTo[e]!, edgeFrom[e]!, e);
  }
  return arcs;
}
