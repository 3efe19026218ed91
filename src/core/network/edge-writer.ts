import type { LonLat } from '../geo/geometry.ts';
import { boundsOfLine } from '../geo/polygon.ts';
import { lineMetres } from '../geo/distance.ts';
import type { Edges } from './build-graph.ts';
import { Growing } from './growing.ts';
import { positionAlong } from './position-along.ts';
import type { LinkEdge, SplitEdge, StreetGraph } from './street-graph.ts';
import type { StreetSplits } from './street-splits.ts';

/** Where a link joins an edge of the base. */
interface Join {
  readonly edge: number;
  readonly alongM: number;
}

/** A stretch of an edge of the base between two nodes. */
interface Piece {
  readonly edge: number;
  readonly from: number;
  readonly to: number;
  readonly startM: number;
  readonly endM: number;
}

/**
 * Writes the edges of streets that are cut and joined: the first piece of an edge under its number, its other pieces
 * after all edges, the links last. Nodes that one passes through stay before those with one way out: joins come between
 * them, and so does the node of a ring that met nothing and has two ends by now.
 */
export class EdgeWriter {
  private readonly base: StreetGraph;
  readonly split = new Map<number, SplitEdge>();
  private readonly first = new Map<number, Piece>();
  private readonly others: Piece[] = [];
  private readonly links: { readonly line: readonly LonLat[]; readonly from: number; readonly to: number }[] = [];
  /** Nodes at joins, by edge and metres. */
  private readonly joinNodes = new Map<string, number>();
  private readonly joinsAt: LonLat[] = [];
  private readonly endsAt: LonLat[] = [];
  /** Nodes of the base with one way out there, and two here. */
  private readonly opened: readonly number[];
  /** By how much nodes with one way out move up. */
  private readonly moved: number;

  constructor(base: StreetGraph, splits: StreetSplits) {
    this.base = base;
    const edges = splits.edges();
    for (const edge of edges) {
      for (const alongM of splits.joinsOf(edge)) {
        this.joinNodes.set(keyOf({ edge, alongM }), base.throughNodes + this.joinsAt.length);
        this.joinsAt.push(positionAlong(base, edge, alongM));
      }
    }
    const { edgeFrom, edgeTo, throughNodes } = base;
    this.opened = edges
      .filter((edge) => edgeFrom[edge] === edgeTo[edge] && edgeFrom[edge]! >= throughNodes)
      .map((edge) => edgeFrom[edge]!)
      .sort((a, b) => a - b);
    this.moved = this.joinsAt.length + this.opened.length;
    for (const edge of edges) {
      const [first, ...others] = this.piecesOf(edge, splits);
      // Nothing is left of it: a node keeps it, so that all others keep their numbers.
      const from = this.nodeOf(base.edgeFrom[edge]!);
      this.first.set(edge, first ?? { edge, from, to: from, startM: 0, endM: 0 });
      const where = splits.textOf(edge);
      this.split.set(edge, { where, others: base.edgeM.length + this.others.length, otherCount: others.length });
      this.others.push(...others);
    }
  }

  private piecesOf(edge: number, splits: StreetSplits): Piece[] {
    const { edgeFrom, edgeTo, edgeM } = this.base;
    const pieces: Piece[] = [];
    for (const [lowM, highM] of splits.stretchesOf(edge)) {
      let from = lowM === 0 ? this.nodeOf(edgeFrom[edge]!) : this.deadEnd(positionAlong(this.base, edge, lowM));
      let startM = lowM;
      for (const endM of splits.joinsOf(edge)) {
        if (endM < lowM || endM > highM) continue;
        const to = this.joinNodes.get(keyOf({ edge, alongM: endM }))!;
        pieces.push({ edge, from, to, startM, endM });
        [from, startM] = [to, endM];
      }
      const whole = highM === edgeM[edge];
      const to = whole ? this.nodeOf(edgeTo[edge]!) : this.deadEnd(positionAlong(this.base, edge, highM));
      pieces.push({ edge, from, to, startM, endM: highM });
    }
    return pieces;
  }

  private nodeOf(baseNode: number): number {
    const { throughNodes } = this.base;
    if (baseNode < throughNodes) return baseNode;
    const opened = this.opened.indexOf(baseNode);
    if (opened >= 0) return throughNodes + this.joinsAt.length + opened;
    return baseNode + this.moved - this.opened.filter((node) => node < baseNode).length;
  }

  private deadEnd(at: LonLat): number {
    this.endsAt.push(at);
    return this.base.nodeLon.length + this.joinsAt.length + this.endsAt.length - 1;
  }

  /** Adds a link from street to street; an end that joins none ends where it was drawn. */
  link(drawn: readonly LonLat[], start: Join | null, end: Join | null): LinkEdge {
    const from = start ? this.joinNodes.get(keyOf(start))! : this.deadEnd(drawn[0]!);
    const to = end ? this.joinNodes.get(keyOf(end))! : this.deadEnd(drawn.at(-1)!);
    const way = [
      ...(start ? [positionAlong(this.base, start.edge, start.alongM)] : []),
      ...drawn,
      ...(end ? [positionAlong(this.base, end.edge, end.alongM)] : []),
    ];
    const line = way.filter(([lon, lat], i) => i === 0 || lon !== way[i - 1]![0] || lat !== way[i - 1]![1]);
    this.links.push({ line, from, to });
    return {
      edge: this.base.edgeM.length + this.others.length + this.links.length - 1,
      line,
      bounds: boundsOfLine(line),
    };
  }

  /** How many positions all shapes have. */
  private positions(): number {
    const { base, first, others, links } = this;
    let count = base.shapeLon.length;
    for (const edge of first.keys()) count -= base.shapeStart[edge + 1]! - base.shapeStart[edge]!;
    for (const piece of [...first.values(), ...others]) count += 2 + inner(base, piece).length;
    for (const { line } of links) count += line.length;
    return count;
  }

  private withNodes(values: Float64Array, axis: 0 | 1): Float64Array {
    const { base, joinsAt, opened, endsAt } = this;
    const all = new Growing(Float64Array, values.length + joinsAt.length + endsAt.length);
    all.pushAll(values.subarray(0, base.throughNodes));
    all.pushAll(joinsAt.map((at) => at[axis]));
    all.pushAll(opened.map((node) => values[node]!));
    let from = base.throughNodes;
    for (const node of opened) {
      all.pushAll(values.subarray(from, node));
      from = node + 1;
    }
    all.pushAll(values.subarray(from));
    all.pushAll(endsAt.map((at) => at[axis]));
    return all.trimmed();
  }

  finish(): Edges & Pick<StreetGraph, 'throughNodes'> {
    const { base, first, others, links, moved } = this;
    const total = base.edgeM.length + others.length + links.length;
    const edges = {
      edgeFrom: longer(base.edgeFrom, new Uint32Array(total)),
      edgeTo: longer(base.edgeTo, new Uint32Array(total)),
      edgeM: longer(base.edgeM, new Float64Array(total)),
      edgeKind: longer(base.edgeKind, new Uint8Array(total)),
      shapeStart: new Uint32Array(total + 1),
    };
    if (moved > 0) {
      for (let e = 0; e < base.edgeM.length; e++) {
        edges.edgeFrom[e] = this.nodeOf(base.edgeFrom[e]!);
        edges.edgeTo[e] = this.nodeOf(base.edgeTo[e]!);
      }
    }
    const shapes = new ShapeWriter(base, this.positions());
    const write = (edge: number, piece: Piece): void => {
      edges.edgeFrom[edge] = piece.from;
      edges.edgeTo[edge] = piece.to;
      edges.edgeM[edge] = piece.endM - piece.startM;
      edges.edgeKind[edge] = base.edgeKind[piece.edge]!;
      edges.shapeStart[edge] = shapes.length;
      shapes.piece(edge, piece);
    };
    let copied = 0;
    for (const [edge, piece] of first) {
      shapes.copy(copied, edge, edges.shapeStart);
      write(edge, piece);
      copied = edge + 1;
    }
    shapes.copy(copied, base.edgeM.length, edges.shapeStart);
    for (const [i, piece] of others.entries()) write(base.edgeM.length + i, piece);
    for (const [i, { line, from, to }] of links.entries()) {
      const edge = base.edgeM.length + others.length + i;
      edges.edgeFrom[edge] = from;
      edges.edgeTo[edge] = to;
      edges.edgeM[edge] = lineMetres(line);
      edges.shapeStart[edge] = shapes.length;
      shapes.line(edge, line);
    }
    edges.shapeStart[total] = shapes.length;
    return {
      nodeLon: this.withNodes(base.nodeLon, 0),
      nodeLat: this.withNodes(base.nodeLat, 1),
      throughNodes: base.throughNodes + moved,
      ...edges,
      ...shapes.finish(),
    };
  }
}

/** Copies shapes of the base, and adds those that are new. */
class ShapeWriter {
  private readonly base: StreetGraph;
  private readonly lon: Growing<Float64Array<ArrayBuffer>>;
  private readonly lat: Growing<Float64Array<ArrayBuffer>>;
  private readonly metres: Growing<Float64Array<ArrayBuffer>>;
  private readonly edge: Growing<Uint32Array<ArrayBuffer>>;

  constructor(base: StreetGraph, positions: number) {
    this.base = base;
    this.lon = new Growing(Float64Array, positions);
    this.lat = new Growing(Float64Array, positions);
    this.metres = new Growing(Float64Array, positions);
    this.edge = new Growing(Uint32Array, positions);
  }

  get length(): number {
    return this.lon.length;
  }

  /** The shapes of edges of the base that stay as they are, and where each now starts. */
  copy(fromEdge: number, toEdge: number, shapeStart: Uint32Array): void {
    const { base } = this;
    const from = base.shapeStart[fromEdge]!;
    const to = base.shapeStart[toEdge]!;
    const shift = this.length - from;
    for (let e = fromEdge; e < toEdge; e++) shapeStart[e] = base.shapeStart[e]! + shift;
    this.lon.pushAll(base.shapeLon.subarray(from, to));
    this.lat.pushAll(base.shapeLat.subarray(from, to));
    this.metres.pushAll(base.shapeM.subarray(from, to));
    this.edge.pushAll(base.shapeEdge.subarray(from, to));
  }

  piece(edge: number, piece: Piece): void {
    const { shapeLon, shapeLat, shapeM } = this.base;
    const { edge: of, startM, endM } = piece;
    this.point(edge, positionAlong(this.base, of, startM), 0);
    for (const s of inner(this.base, piece)) this.point(edge, [shapeLon[s]!, shapeLat[s]!], shapeM[s]! - startM);
    this.point(edge, positionAlong(this.base, of, endM), endM - startM);
  }

  line(edge: number, line: readonly LonLat[]): void {
    for (const [i, at] of line.entries()) this.point(edge, at, lineMetres(line.slice(0, i + 1)));
  }

  private point(edge: number, [lon, lat]: LonLat, metres: number): void {
    this.lon.push(lon);
    this.lat.push(lat);
    this.metres.push(metres);
    this.edge.push(edge);
  }

  finish(): Pick<StreetGraph, 'shapeLon' | 'shapeLat' | 'shapeM' | 'shapeEdge'> {
    return {
      shapeLon: this.lon.trimmed(),
      shapeLat: this.lat.trimmed(),
      shapeM: this.metres.trimmed(),
      shapeEdge: this.edge.trimmed(),
    };
  }
}

/** Positions of an edge's shape between its two ends and between two distances from its start. */
function inner({ shapeStart, shapeM }: StreetGraph, { edge, startM, endM }: Piece): number[] {
  const found: number[] = [];
  for (let s = shapeStart[edge]!; s < shapeStart[edge + 1]!; s++) {
    if (shapeM[s]! > startM && shapeM[s]! < endM) found.push(s);
  }
  return found;
}

function keyOf({ edge, alongM }: Join): string {
  return `${edge}@${alongM}`;
}

function longer<T extends Float64Array | Uint32Array | Uint8Array>(values: T, room: T): T {
  room.set(values);
  return room;
}
