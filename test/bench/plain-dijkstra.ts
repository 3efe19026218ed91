import type { StreetGraph } from '../../src/core/network/street-graph.ts';
import type { StreetPoint } from '../../src/core/network/walking-search.ts';
import { TOLERANCE } from '../../src/core/units.ts';

/**
 * The reference of the benchmark and of the tests: Dijkstra's algorithm with a plain 4-ary heap on typed arrays, old
 * entries left in the heap and passed over, distances kept from search to search by a stamp.
 */
export class PlainDijkstra {
  private readonly graph: StreetGraph;
  private readonly metres: Float64Array;
  private readonly stamp: Uint32Array;
  private readonly done: Uint32Array;
  private turn = 0;
  private heapNode = new Uint32Array(1024);
  private heapM = new Float64Array(1024);
  private size = 0;

  constructor(graph: StreetGraph) {
    const nodes = graph.nodeLon.length;
    this.graph = graph;
    this.metres = new Float64Array(nodes);
    this.stamp = new Uint32Array(nodes);
    this.done = new Uint32Array(nodes);
  }

  metresTo(node: number): number {
    return this.done[node] === this.turn ? this.metres[node]! : Infinity;
  }

  /** Metres to all nodes within the limit; returns how many there are. */
  run({ edge, alongM, awayM }: StreetPoint, limitM: number): number {
    const { graph, metres, stamp, done } = this;
    const { firstArc, arcTo, arcM, edgeFrom, edgeTo, edgeM } = graph;
    const turn = ++this.turn;
    const mostM = limitM + TOLERANCE;
    this.size = 0;
    this.offer(edgeFrom[edge]!, awayM + alongM, mostM);
    this.offer(edgeTo[edge]!, awayM + (edgeM[edge]! - alongM), mostM);
    let count = 0;
    while (this.size > 0) {
      const node = this.heapNode[0]!;
      const here = this.heapM[0]!;
      this.removeFirst();
      if (done[node] === turn) continue;
      done[node] = turn;
      count++;
      const end = firstArc[node + 1]!;
      for (let arc = firstArc[node]!; arc < end; arc++) {
        const to = arcTo[arc]!;
        const there = here + arcM[arc]!;
        if (there > mostM || (stamp[to] === turn && there >= metres[to]!)) continue;
        this.offer(to, there, mostM);
      }
    }
    return count;
  }

  private offer(node: number, metres: number, mostM: number): void {
    if (!(metres <= mostM) || (this.stamp[node] === this.turn && metres >= this.metres[node]!)) return;
    this.stamp[node] = this.turn;
    this.metres[node] = metres;
    if (this.size === this.heapM.length) this.grow();
    const { heapNode, heapM } = this;
    let at = this.size++;
    while (at > 0) {
      const above = (at - 1) >> 2;
      if (heapM[above]! <= metres) break;
      heapM[at] = heapM[above]!;
      heapNode[at] = heapNode[above]!;
      at = above;
    }
    heapM[at] = metres;
    heapNode[at] = node;
  }

  private removeFirst(): void {
    const { heapNode, heapM } = this;
    const size = --this.size;
    if (size === 0) return;
    const metres = heapM[size]!;
    const node = heapNode[size]!;
    let at = 0;
    for (;;) {
      const first = at * 4 + 1;
      if (first >= size) break;
      const end = Math.min(first + 4, size);
      let least = first;
      for (let child = first + 1; child < end; child++) if (heapM[child]! < heapM[least]!) least = child;
      if (heapM[least]! >= metres) break;
      heapM[at] = heapM[least]!;
      heapNode[at] = heapNode[least]!;
      at = least;
    }
    heapM[at] = metres;
    heapNode[at] = node;
  }

  private grow(): void {
    const node = new Uint32Array(this.heapNode.length * 2);
    const metres = new Float64Array(this.heapM.length * 2);
    node.set(this.heapNode);
    metres.set(this.heapM);
    this.heapNode = node;
    this.heapM = metres;
  }
}
