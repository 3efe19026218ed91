import { metresPerDegree } from '../geo/distance.ts';
import { mainlandCount } from './components.ts';
import { nearestInSight } from './nearest-in-sight.ts';
import { FANOUT } from './segment-tree.ts';
import { wallsAround } from './walls-around.ts';
import type { LinkEdge, StreetGraph } from './street-graph.ts';

export const NO_SEGMENT = -1;

const SLACK = 1e-7;

const NO_WALLS: readonly number[] = [];

/**
 * Finds the nearest position on the streets that no barrier hides. Distances are measured on the plane that touches the earth at the point
 * asked about, which within 300 m agrees with the sphere to a centimetre. Scratch space is reused: one for each worker.
 */
export class NearestStreet {
  private readonly graph: StreetGraph;
  /** Components below this number are long enough: they are numbered from the longest. */
  private readonly mainlands: number;
  private readonly mainlandsWithLinks: number;
  private readonly nodeComponent: Uint32Array;
  private readonly links: readonly LinkEdge[];
  /** Where the shapes of streets end and those of links begin: links are looked at one by one. */
  private readonly endOfStreets: number;
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
  /** Barriers around the point asked about, both ends of one after another, in metres from it. */
  private walls = NO_WALLS;

  constructor(graph: StreetGraph) {
    this.graph = graph;
    const { overlay, shapeStart, shapeLon } = graph;
    const streets = overlay?.streets ?? graph;
    this.mainlands = mainlandCount(streets);
    this.mainlandsWithLinks = mainlandCount(graph);
    this.nodeComponent = streets.nodeComponent;
    this.links = overlay?.links ?? [];
    const [firstLink] = this.links;
    this.endOfStreets = firstLink ? shapeStart[firstLink.edge]! : shapeLon.length;
  }

  /**
   * Fills in the nearest segments within `limitM` metres; `NO_SEGMENT` where there is none. Of equally near ones the first
   * counts. With a mainland segment found, a nearer one of an island is found too. Links are no streets. With Infinity for
   * a limit it is the nearest street of all, barriers or not.
   */
  find(lon: number, lat: number, limitM: number): void {
    const before = this.mainlandSegment;
    this.segment = this.mainlandSegment = NO_SEGMENT;
    this.sq = this.mainlandSq = limitM * limitM;
    if (this.endOfStreets === 0) return;
    const { perLon, perLat } = metresPerDegree(lat);
    this.walls = this.wallsNear(lon, lat, perLon, perLat, limitM);
    // The last point's street is often near this one too, and then spares most of the tree.
    if (before !== NO_SEGMENT) this.test(before, lon, lat, perLon, perLat);
    this.descend(lon, lat, perLon, perLat);
  }

  /** For each link within `limitM` metres the nearest position on it that no barrier hides. */
  findOnLinks(lon: number, lat: number, limitM: number): { segment: number; share: number }[] {
    const { perLon, perLat } = metresPerDegree(lat);
    const near = this.links.filter(({ bounds: [west, south, east, north] }) => {
      const dx = Math.max(west - lon, 0, lon - east) * perLon;
      const dy = Math.max(south - lat, 0, lat - north) * perLat;
      return dx * dx + dy * dy <= limitM * limitM;
    });
    if (near.length === 0) return [];
    const walls = this.wallsNear(lon, lat, perLon, perLat, limitM);
    return near.flatMap(({ edge }) => this.nearestOn(edge, lon, lat, perLon, perLat, walls, limitM) ?? []);
  }

  private nearestOn(
    edge: number,
    lon: number,
    lat: number,
    perLon: number,
    perLat: number,
    walls: readonly number[],
    limitM: number,
  ): { segment: number; share: number } | null {
    const { shapeStart, shapeLon, shapeLat } = this.graph;
    let found: { segment: number; share: number } | null = null;
    let leastSq = limitM * limitM;
    for (let s = shapeStart[edge]!; s + 1 < shapeStart[edge + 1]!; s++) {
      const ax = (shapeLon[s]! - lon) * perLon;
      const ay = (shapeLat[s]! - lat) * perLat;
      const bx = (shapeLon[s + 1]! - lon) * perLon;
      const by = (shapeLat[s + 1]! - lat) * perLat;
      const share = nearestInSight(ax, ay, bx, by, walls);
      const sq = (ax + share * (bx - ax)) ** 2 + (ay + share * (by - ay)) ** 2;
      if (!(sq < leastSq)) continue;
      leastSq = sq;
      found = { segment: s, share };
    }
    return found;
  }

  /** Whether an edge hangs together with enough streets, over links too. */
  isOnMainland(edge: number): boolean {
    return this.graph.nodeComponent[this.graph.edgeFrom[edge]!]! < this.mainlandsWithLinks;
  }

  private wallsNear(lon: number, lat: number, perLon: number, perLat: number, limitM: number): readonly number[] {
    const { overlay } = this.graph;
    if (!overlay || limitM === Infinity) return NO_WALLS;
    return wallsAround(overlay.barriers, [lon, lat], perLon, perLat, limitM);
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
    const end = Math.min(start + FANOUT, this.endOfStreets - 1);
    for (let s = start; s < end; s++) {
      if (shapeEdge[s] === shapeEdge[s + 1]) this.test(s, lon, lat, perLon, perLat);
    }
  }

  private test(s: number, lon: number, lat: number, perLon: number, perLat: number): void {
    const { shapeLon, shapeLat, shapeEdge, edgeFrom } = this.graph;
    const x = (shapeLon[s]! - lon) * perLon;
    const y = (shapeLat[s]! - lat) * perLat;
    const dx = (shapeLon[s + 1]! - lon) * perLon - x;
    const dy = (shapeLat[s + 1]! - lat) * perLat - y;
    const lengthSq = dx * dx + dy * dy;
    let share = lengthSq > 0 ? -(x * dx + y * dy) / lengthSq : 0;
    share = share < 0 ? 0 : share > 1 ? 1 : share;
    let px = x + share * dx;
    let py = y + share * dy;
    let sq = px * px + py * py;
    if (this.walls.length > 0 && sq <= this.mainlandSq) {
      share = nearestInSight(x, y, x + dx, y + dy, this.walls);
      if (Number.isNaN(share)) return;
      px = x + share * dx;
      py = y + share * dy;
      sq = px * px + py * py;
    }
    if (sq < this.sq || (sq === this.sq && (s < this.segment || this.segment === NO_SEGMENT))) {
      this.sq = sq;
      this.segment = s;
      this.share = share;
    }
    if (sq > this.mainlandSq || (sq === this.mainlandSq && s >= this.mainlandSegment && this.mainlandSegment >= 0)) {
      return;
    }
    if (this.nodeComponent[edgeFrom[shapeEdge[s]!]!]! >= this.mainlands) return;
    this.mainlandSq = sq;
    this.mainlandSegment = s;
    this.mainlandShare = share;
  }
}
