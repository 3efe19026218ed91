import { metresPerDegree } from '../geo/distance.ts';
import { mainlandCount } from './components.ts';
import { FANOUT } from './segment-tree.ts';
import type { StreetGraph } from './street-graph.ts';

export const NO_SEGMENT = -1;

const SLACK = 1e-7;

/**
 * Finds the nearest position on the streets. Distances are measured on the plane that touches the earth at the point
 * asked about, which within 300 m agrees with the sphere to a centimetre. Scratch space is reused: one for each worker.
 */
export class NearestStreet {
  private readonly graph: StreetGraph;
  /** Components below this number are long enough: they are numbered from the longest. */
  private readonly mainlands: number;
  private readonly stackBox = new Uint32Array(1024);
  private readonly stackLevel = new Uint8Array(1024);
  private readonly stackSq = new Float64Array(1024);
  /** The nearest segment of all, and of components long enough: place of its first position in the shapes, share along it. */
  segment = NO_SEGMENT;
  share = 0;
  mainlandSegment = NO_SEGMENT;
  mainlandShare = 0;
  private sq = 0;
  private mainlandSq = 0;

  constructor(graph: StreetGraph) {
    this.graph = graph;
    this.mainlands = mainlandCount(graph);
  }

  /**
   * Fills in the nearest segments within `limitM` metres (may be Infinity); `NO_SEGMENT` where there is none. Of equally
   * near ones the first counts. With a mainland segment found, a nearer one of an island is found too.
   */
  find(lon: number, lat: number, limitM: number): void {
    const before = this.mainlandSegment;
    this.segment = this.mainlandSegment = NO_SEGMENT;
    this.sq = this.mainlandSq = limitM * limitM;
    if (this.graph.shapeLon.length === 0) return;
    const { perLon, perLat } = metresPerDegree(lat);
    // The last point's street is often near this one too, and then spares most of the tree.
    if (before !== NO_SEGMENT) this.test(before, lon, lat, perLon, perLat);
    this.descend(lon, lat, perLon, perLat);
  }

  private descend(lon: number, lat: number, perLon: number, perLat: number): void {
    const { stackBox, stackLevel, stackSq } = this;
    const { boxes, levelStart } = this.graph.tree;
    let top = 0;
    stackBox[0] = levelStart.at(-1)! - 1;
    stackLevel[0] = levelStart.length - 2;
    stackSq[0] = 0;
    while (top >= 0) {
      const box = stackBox[top]!;
      const level = stackLevel[top]!;
      if (stackSq[top--]! > this.reachSq()) continue;
      const inLevel = box - levelStart[level]!;
      if (level === 0) {
        this.testLeaf(inLevel * FANOUT, lon, lat, perLon, perLat);
        continue;
      }
      const firstChild = levelStart[level - 1]! + inLevel * FANOUT;
      const endChild = Math.min(firstChild + FANOUT, levelStart[level]!);
      const bottom = top;
      for (let child = firstChild; child < endChild; child++) {
        const b = child * 4;
        const dx = Math.max(boxes[b]! - lon, 0, lon - boxes[b + 2]!) * perLon;
        const dy = Math.max(boxes[b + 1]! - lat, 0, lat - boxes[b + 3]!) * perLat;
        const sq = dx * dx + dy * dy;
        if (!(sq <= this.reachSq())) continue;
        // The nearest child comes to lie on top, to be looked into first.
        let place = ++top;
        for (; place > bottom + 1 && stackSq[place - 1]! < sq; place--) {
          stackSq[place] = stackSq[place - 1]!;
          stackBox[place] = stackBox[place - 1]!;
          stackLevel[place] = stackLevel[place - 1]!;
        }
        stackSq[place] = sq;
        stackBox[place] = child;
        stackLevel[place] = level - 1;
      }
    }
  }

  /**
   * How far boxes are looked into: by some micrometres farther than the nearest found so far, so that rounding hides no
   * segment as near, and what is found does not depend on the point asked about before.
   */
  private reachSq(): number {
    return this.mainlandSq + SLACK * (1 + this.mainlandSq);
  }

  private testLeaf(start: number, lon: number, lat: number, perLon: number, perLat: number): void {
    const { shapeEdge } = this.graph;
    const end = Math.min(start + FANOUT, shapeEdge.length - 1);
    for (let s = start; s < end; s++) {
      if (shapeEdge[s] === shapeEdge[s + 1]) this.test(s, lon, lat, perLon, perLat);
    }
  }

  private test(s: number, lon: number, lat: number, perLon: number, perLat: number): void {
    const { shapeLon, shapeLat, shapeEdge, edgeFrom, nodeComponent } = this.graph;
    const x = (shapeLon[s]! - lon) * perLon;
    const y = (shapeLat[s]! - lat) * perLat;
    const dx = (shapeLon[s + 1]! - lon) * perLon - x;
    const dy = (shapeLat[s + 1]! - lat) * perLat - y;
    const lengthSq = dx * dx + dy * dy;
    let share = lengthSq > 0 ? -(x * dx + y * dy) / lengthSq : 0;
    share = share < 0 ? 0 : share > 1 ? 1 : share;
    const px = x + share * dx;
    const py = y + share * dy;
    const sq = px * px + py * py;
    if (sq < this.sq || (sq === this.sq && (s < this.segment || this.segment === NO_SEGMENT))) {
      this.sq = sq;
      this.segment = s;
      this.share = share;
    }
    if (sq > this.mainlandSq || (sq === this.mainlandSq && s >= this.mainlandSegment && this.mainlandSegment >= 0)) {
      return;
    }
    if (nodeComponent[edgeFrom[shapeEdge[s]!]!]! >= this.mainlands) return;
    this.mainlandSq = sq;
    this.mainlandSegment = s;
    this.mainlandShare = share;
  }
}
