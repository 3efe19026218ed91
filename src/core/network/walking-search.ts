import { TOLERANCE } from '../units.ts';
import { NO_EDGE, type StreetGraph } from './street-graph.ts';

/**
 * Width of a bucket in metres. Measured on Heidelberg: narrower means more empty buckets, wider more nodes looked at
 * twice; between 4 and 32 m it hardly matters.
 */
const BUCKET_M = 8;
const PER_BUCKET = 1 / BUCKET_M;

const NONE = -1;

/** Where a search starts: on an edge, metres from its start, after metres off the street. */
export interface StreetPoint {
  readonly edge: number;
  readonly alongM: number;
  readonly awayM: number;
  /** Other ways from the same place onto the streets, each on its own; absent: there are none. */
  readonly others?: readonly StreetPoint[];
}

/** Every way from a place onto the streets. */
export function waysOnto(place: StreetPoint): readonly StreetPoint[] {
  return place.others ? [place, ...place.others] : [place];
}

/**
 * Walks from one point to all nodes within a limit: a bucket queue by whole steps of the distance, distances being put
 * right inside a bucket until none changes (Dial 1969; Cherkassky, Goldberg, Radzik 1996, "Shortest paths algorithms").
 * The distances are those of Dijkstra's algorithm to the last bit: both are the least sums over the same paths.
 * Scratch space is kept from search to search, and only what was touched is cleared: one for each worker.
 */
export class WalkingSearch {
  readonly graph: StreetGraph;
  /** Metres to each node; Infinity beyond the limit. */
  readonly nodeM: Float64Array;
  /** The nodes reached: the first `reachedCount`, in no order. */
  readonly reached: Uint32Array;
  reachedCount = 0;
  /** The arc by which each node reached is come to, from the other side; `NO_EDGE` where the walk joins the streets. */
  readonly cameBy: Uint32Array;
  /** The bucket in which each node waits, or NONE. */
  private readonly waitsIn: Int32Array;
  private buckets = new Int32Array(0);
  private entryNode = new Uint32Array(1024);
  private entryNext = new Int32Array(1024);

  constructor(graph: StreetGraph) {
    this.graph = graph;
    const nodes = graph.nodeLon.length;
    this.nodeM = new Float64Array(nodes).fill(Infinity);
    this.reached = new Uint32Array(nodes);
    this.cameBy = new Uint32Array(nodes);
    this.waitsIn = new Int32Array(nodes).fill(NONE);
  }

  /** Fills in `nodeM`, `reached` and `cameBy`. The limit is included, within the tolerance of all comparisons. */
  run(place: StreetPoint, limitM: number): void {
    const { nodeM, reached } = this;
    for (let i = 0; i < this.reachedCount; i++) nodeM[reached[i]!] = Infinity;
    this.reachedCount = 0;
    this.also(place, limitM);
  }

  /** Goes on from another place as well: `nodeM` is then from whichever is nearer, and only that ground is gone over. */
  also(place: StreetPoint, limitM: number): void {
    this.from(place, limitM);
    for (const other of place.others ?? []) this.from(other, limitM);
  }

  private from({ edge, alongM, awayM }: StreetPoint, limitM: number): void {
    if (edge === NO_EDGE || !(limitM >= 0)) return;
    const { edgeFrom, edgeTo, edgeM, nodeComponent, componentM } = this.graph;
    // No shortest walk is longer than all streets together: so a limit may be Infinity.
    const mostM = Math.min(limitM, awayM + componentM[nodeComponent[edgeFrom[edge]!]!]!) + TOLERANCE;
    const bucketCount = Math.floor(mostM * PER_BUCKET) + 1;
    if (this.buckets.length < bucketCount) this.buckets = new Int32Array(bucketCount);
    this.buckets.fill(NONE, 0, bucketCount);
    let entries = this.start(edgeFrom[edge]!, awayM + alongM, mostM, 0);
    entries = this.start(edgeTo[edge]!, awayM + (edgeM[edge]! - alongM), mostM, entries);
    this.spread(mostM, bucketCount, entries);
  }

  private start(node: number, metres: number, mostM: number, entries: number): number {
    if (!(metres <= mostM) || metres >= this.nodeM[node]!) return entries;
    if (this.nodeM[node] === Infinity) this.reached[this.reachedCount++] = node;
    this.nodeM[node] = metres;
    this.cameBy[node] = NO_EDGE;
    const bucket = Math.floor(metres * PER_BUCKET);
    this.waitsIn[node] = bucket;
    this.entryNode[entries] = node;
    this.entryNext[entries] = this.buckets[bucket]!;
    this.buckets[bucket] = entries;
    return entries + 1;
  }

  private spread(mostM: number, bucketCount: number, startEntries: number): void {
    const { nodeM, reached, cameBy, waitsIn, buckets } = this;
    const { firstArc, arcTo, arcM, throughNodes } = this.graph;
    let { entryNode, entryNext, reachedCount } = this;
    let entries = startEntries;
    for (let bucket = 0; bucket < bucketCount; bucket++) {
      for (let entry = buckets[bucket]!; entry !== NONE; entry = buckets[bucket]!) {
        buckets[bucket] = entryNext[entry]!;
        const node = entryNode[entry]!;
        // It has meanwhile been found nearer and waited in an earlier bucket, or has been here already.
        if (waitsIn[node] !== bucket) continue;
        waitsIn[node] = NONE;
        const here = nodeM[node]!;
        const end = firstArc[node + 1]!;
        for (let arc = firstArc[node]!; arc < end; arc++) {
          const metres = here + arcM[arc]!;
          const to = arcTo[arc]!;
          const known = nodeM[to]!;
          if (metres >= known || metres > mostM) continue;
          if (known === Infinity) reached[reachedCount++] = to;
          nodeM[to] = metres;
          cameBy[to] = arc;
          // Nothing lies behind a dead end.
          if (to >= throughNodes) continue;
          const next = (metres * PER_BUCKET) | 0;
          if (waitsIn[to] === next) continue;
          waitsIn[to] = next;
          if (entries === entryNode.length) {
            this.growEntries();
            ({ entryNode, entryNext } = this);
          }
          entryNode[entries] = to;
          entryNext[entries] = buckets[next]!;
          buckets[next] = entries++;
        }
      }
    }
    this.reachedCount = reachedCount;
  }

  private growEntries(): void {
    const node = new Uint32Array(this.entryNode.length * 2);
    const next = new Int32Array(this.entryNext.length * 2);
    node.set(this.entryNode);
    next.set(this.entryNext);
    this.entryNode = node;
    this.entryNext = next;
  }
}
