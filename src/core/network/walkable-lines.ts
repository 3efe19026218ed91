import type { Steps } from '../progress.ts';
import { crossSquare, type Square } from './cross-square.ts';
import { Growing } from './growing.ts';
import { MISSING, OSM_UNITS_PER_DEGREE, TagReader, type OsmExtract } from './osm-extract.ts';
import { joinRings } from './rings.ts';
import { SQUARE, STEPS, type StreetLines } from './street-lines.ts';
import { blocksWalkers, hasSteps, isSquare, isWalkable } from './walkable.ts';

/** Ways worked through between two reports. */
const PER_STEP = 2000;
const SQUARES_PER_STEP = 10;

export interface WalkableLines {
  readonly lines: StreetLines;
  /** Walkable ways, and those of them that run through nodes which the file does not contain. */
  readonly ways: number;
  readonly incompleteWays: number;
}

/** The walkable lines of an OpenStreetMap extract: ways by their tags, squares crossed, locked gates shut. */
export function* walkableLinesSteps(extract: OsmExtract): Steps<WalkableLines> {
  const writer = new LineWriter(extract, blockedNodes(extract));
  const tags = new TagReader(extract, extract.wayTags);
  const { start: tagStart } = extract.wayTags;
  const total = extract.wayId.length;
  const seen = new Set<number>();
  const squares: Square[] = [];
  const drawn = new Uint8Array(total);
  let incompleteWays = 0;
  for (let way = 0; way < total; way++) {
    if (way % PER_STEP === 0) yield { stage: 'reading', done: way, total };
    if (tagStart[way] === tagStart[way + 1] || seen.has(extract.wayId[way]!)) continue;
    const tag = (key: string): string | undefined => tags.get(way, key);
    if (!isWalkable(tag)) continue;
    seen.add(extract.wayId[way]!);
    drawn[way] = 1;
    if (!writer.way(way, hasSteps(tag) ? STEPS : 0)) incompleteWays++;
    const ring = isSquare(tag) ? ringOf(extract, way) : null;
    if (ring) squares.push({ rings: [ring] });
  }
  for (const square of multipolygonSquares(extract)) {
    for (const way of square.ways) {
      if (drawn[way]) continue;
      drawn[way] = 1;
      writer.way(way, 0);
    }
    squares.push(square);
  }
  const segments = writer.segmentsAtVertices();
  for (const [done, square] of squares.entries()) {
    if (done % SQUARES_PER_STEP === 0) yield { stage: 'reading', done, total: squares.length };
    // A ring alone has two segments at each of its nodes; a third is a way in.
    const lines = crossSquare(
      square,
      extract.nodeLon,
      extract.nodeLat,
      (node) => segments[writer.vertexOf[node]!]! > 2,
    );
    for (const [from, to] of lines) writer.pair(from, to, SQUARE);
  }
  return { lines: writer.finish(), ways: seen.size, incompleteWays };
}

function blockedNodes(extract: OsmExtract): Uint8Array {
  const blocked = new Uint8Array(extract.nodeId.length);
  const tags = new TagReader(extract, extract.nodeTags);
  for (const [i, node] of extract.taggedNode.entries()) {
    if (node !== MISSING && blocksWalkers((key) => tags.get(i, key))) blocked[node] = 1;
  }
  return blocked;
}

function nodesOf({ wayStart, wayNode }: OsmExtract, way: number): Uint32Array {
  return wayNode.subarray(wayStart[way], wayStart[way + 1]);
}

/** A closed way's nodes without repeats, its first again at its end; null for what is no ring or not all there. */
function ringOf(extract: OsmExtract, way: number): number[] | null {
  const ring = Array.from(nodesOf(extract, way)).filter((node, i, all) => node !== all[i - 1]);
  return ring.length > 3 && ring[0] === ring.at(-1) && !ring.includes(MISSING) ? ring : null;
}

/** Walkable surfaces that are drawn as relations (Relation:multipolygon), with the ways of their boundary. */
function* multipolygonSquares(extract: OsmExtract): Generator<Square & { ways: readonly number[] }> {
  const { relationId, memberStart, memberWay } = extract;
  const tags = new TagReader(extract, extract.relationTags);
  for (let relation = 0; relation < relationId.length; relation++) {
    if (!isWalkable((key) => tags.get(relation, key))) continue;
    const ways = Array.from(memberWay.subarray(memberStart[relation], memberStart[relation + 1]));
    if (ways.includes(MISSING)) continue;
    const pieces = ways.map((way) => Array.from(nodesOf(extract, way)).filter((node, i, all) => node !== all[i - 1]));
    const rings = pieces.some((piece) => piece.includes(MISSING)) ? null : joinRings(pieces);
    if (rings) yield { rings, ways };
  }
}

const NO_VERTEX = 0xffff_ffff;

/** Writes lines over the nodes of an extract; nodes that no line uses get no vertex. */
class LineWriter {
  private readonly extract: OsmExtract;
  private readonly blocked: Uint8Array;
  /** The vertex of each node, or NO_VERTEX. */
  readonly vertexOf: Uint32Array;
  private readonly lon: Growing<Float64Array<ArrayBuffer>>;
  private readonly lat: Growing<Float64Array<ArrayBuffer>>;
  private readonly start = new Growing(Uint32Array, 1 << 12);
  private readonly vertex: Growing<Uint32Array<ArrayBuffer>>;
  private readonly kind = new Growing(Uint8Array, 1 << 12);

  constructor(extract: OsmExtract, blocked: Uint8Array) {
    this.extract = extract;
    this.blocked = blocked;
    // Few nodes are on two lines, and few on none.
    this.lon = new Growing(Float64Array, extract.nodeId.length);
    this.lat = new Growing(Float64Array, extract.nodeId.length);
    this.vertex = new Growing(Uint32Array, extract.wayNode.length);
    this.vertexOf = new Uint32Array(extract.nodeId.length).fill(NO_VERTEX);
  }

  /** Writes a way, in parts where nodes are missing or shut. False when nodes are missing. */
  way(way: number, kind: number): boolean {
    let complete = true;
    let begun = this.vertex.length;
    for (const node of nodesOf(this.extract, way)) {
      if (node === MISSING) {
        complete = false;
        begun = this.endLine(begun, kind);
      } else if (this.blocked[node]) {
        // The way leads up to the barrier from both sides; the two ends are not the same place.
        this.put(this.newVertex(node), begun);
        begun = this.endLine(begun, kind);
        this.put(this.newVertex(node), begun);
      } else this.put(this.sharedVertex(node), begun);
    }
    this.endLine(begun, kind);
    return complete;
  }

  pair(from: number, to: number, kind: number): void {
    if (this.blocked[from] || this.blocked[to]) return;
    const begun = this.vertex.length;
    this.put(this.sharedVertex(from), begun);
    this.put(this.sharedVertex(to), begun);
    this.endLine(begun, kind);
  }

  /** How many segments end at each vertex so far. */
  segmentsAtVertices(): Uint32Array {
    const { start, vertex } = this;
    const segments = new Uint32Array(this.lon.length);
    for (let line = 0; line < start.length; line++) {
      const end = line + 1 < start.length ? start.at(line + 1) : vertex.length;
      for (let k = start.at(line) + 1; k < end; k++) {
        segments[vertex.at(k - 1)]!++;
        segments[vertex.at(k)]!++;
      }
    }
    return segments;
  }

  finish(): StreetLines {
    this.start.push(this.vertex.length);
    return {
      lon: this.lon.trimmed(),
      lat: this.lat.trimmed(),
      start: this.start.trimmed(),
      vertex: this.vertex.trimmed(),
      kind: this.kind.trimmed(),
    };
  }

  private put(vertex: number, begun: number): void {
    const { length } = this.vertex;
    if (length > begun && this.vertex.at(length - 1) === vertex) return;
    this.vertex.push(vertex);
  }

  /** Closes the line begun there, or takes it back when it is no line; returns where the next begins. */
  private endLine(begun: number, kind: number): number {
    if (this.vertex.length - begun < 2) this.vertex.length = begun;
    else {
      this.start.push(begun);
      this.kind.push(kind);
    }
    return this.vertex.length;
  }

  private sharedVertex(node: number): number {
    const known = this.vertexOf[node]!;
    return known === NO_VERTEX ? (this.vertexOf[node] = this.newVertex(node)) : known;
  }

  private newVertex(node: number): number {
    this.lon.push(this.extract.nodeLon[node]! / OSM_UNITS_PER_DEGREE);
    this.lat.push(this.extract.nodeLat[node]! / OSM_UNITS_PER_DEGREE);
    return this.lon.length - 1;
  }
}
