import type { LonLat } from '../geo/geometry.ts';
import type { Steps } from '../progress.ts';
import { mainlandCount } from './components.ts';
import { Growing } from './growing.ts';
import { FANOUT } from './segment-tree.ts';
import { nearestInSight } from './nearest-in-sight.ts';
import type { StreetGraph } from './street-graph.ts';
import { wallsAround } from './walls-around.ts';
import { POINTS_PER_STEP, type IsochroneGrid } from './isochrone-grid.ts';
import { isWalkedTo, type WalkedStreets } from './isochrone-streets.ts';

/** How far is looked at first, in spacings of the grid: the fastest on Heidelberg of 2, 2.5, 3 and 4. */
const NEAR_SPACINGS = 2.5;

/** Leaves of the tree of segments worked through between two reports. */
const LEAVES_PER_STEP = 500;
/** Boxes of the tree, of which far more are passed over. */
const BOXES_PER_STEP = 20_000;

/** For each point of a grid the nearest street, walked or not: where somebody there would set out. */
export interface IsochroneGround {
  /** Metres to the nearest street; Infinity where no street that is walked is near. */
  readonly awayM: Float32Array;
  /** Metres along the streets from there; Infinity where it is not walked. */
  readonly walkM: Float32Array;
}

/**
 * Looks as far to either side of the streets as the grid's margin. Of streets within two thirds of the spacing, which
 * the grid cannot tell apart, the one counts that is walked to soonest.
 */
export function* isochroneGroundSteps(
  graph: StreetGraph,
  walked: WalkedStreets,
  grid: IsochroneGrid,
): Steps<IsochroneGround> {
  const ground = new Ground(graph, walked, grid);
  yield* ground.clearSteps();
  const starts = new Set(Array.from(walked.placesOn.keys(), (edge) => componentOf(graph, edge)));
  const mainlands = mainlandCount(graph);
  // Streets beyond the limit, or that no street leads to, keep the ground beside them.
  const keepsGround = (component: number): boolean => component < mainlands || starts.has(component);
  const leaves = yield* leavesOverSteps(graph, grid);
  // Most points are near a street. Once those are settled, looking farther costs little.
  const nearM = NEAR_SPACINGS * grid.spacingM;
  // One spacing beyond the margin: there the field is still to fall.
  const farM = grid.marginM + grid.spacingM;
  const { shapeEdge } = graph;
  for (const [settledM, farthestM] of [
    [0, nearM],
    [nearM, farM],
  ] as const) {
    for (const layWalked of [true, false]) {
      for (const [done, leaf] of leaves.entries()) {
        if (done % LEAVES_PER_STEP === 0) yield { stage: 'reach', done, total: leaves.length };
        const end = Math.min((leaf + 1) * FANOUT, shapeEdge.length - 1);
        for (let s = leaf * FANOUT; s < end; s++) {
          const edge = shapeEdge[s]!;
          if (edge !== shapeEdge[s + 1] || isWalkedTo(walked, graph, edge) !== layWalked) continue;
          if (layWalked || keepsGround(componentOf(graph, edge))) ground.lay(s, layWalked, settledM, farthestM);
        }
      }
    }
  }
  return yield* ground.finishSteps();
}

function componentOf({ nodeComponent, edgeFrom }: StreetGraph, edge: number): number {
  return nodeComponent[edgeFrom[edge]!]!;
}

class Ground {
  private readonly graph: StreetGraph;
  private readonly walked: WalkedStreets;
  private readonly grid: IsochroneGrid;
  private readonly leastSq: number;
  private readonly sq: Float32Array;
  private readonly walkM: Float32Array;
  /** Barriers on the grid, both ends of one after another, in metres from its south-west point. */
  private readonly walls: readonly number[];

  constructor(graph: StreetGraph, walked: WalkedStreets, grid: IsochroneGrid) {
    this.graph = graph;
    this.walked = walked;
    this.grid = grid;
    // Rounded as the distances are that it is compared with.
    this.leastSq = Math.fround((0.7 * grid.spacingM) ** 2);
    this.sq = new Float32Array(grid.columns * grid.rows);
    this.walkM = new Float32Array(grid.columns * grid.rows);
    this.walls = wallsOn(grid, graph);
  }

  /** No street is near any point yet. */
  *clearSteps(): Steps<void> {
    const { sq, walkM } = this;
    for (let point = 0; point < sq.length; point += POINTS_PER_STEP) {
      yield { stage: 'reach', done: 0, total: sq.length };
      sq.fill(Infinity, point, point + POINTS_PER_STEP);
      walkM.fill(Infinity, point, point + POINTS_PER_STEP);
    }
  }

  /**
   * Offers the segment from position `s` of the shapes to the points within `farthestM` of it, but for those that have a
   * street within `settledM`; one that is not walked only to those that have one at all. Nobody sets out across a barrier.
   */
  lay(s: number, isWalked: boolean, settledM: number, farthestM: number): void {
    const { shapeLon, shapeLat, shapeM, shapeEdge, edgeFrom, edgeTo, edgeM } = this.graph;
    const { spacingM, perLon, perLat, firstColumn, firstRow, columns, rows } = this.grid;
    const { sq, walkM, leastSq } = this;
    const edge = shapeEdge[s]!;
    const places = this.walked.placesOn.get(edge);
    const alongM = shapeM[s]!;
    const lengthM = shapeM[s + 1]! - alongM;
    const forthM = this.walked.nodeM[edgeFrom[edge]!]! + alongM;
    const backM = this.walked.nodeM[edgeTo[edge]!]! + edgeM[edge]! - alongM;
    const x = shapeLon[s]! * perLon - firstColumn * spacingM;
    const y = shapeLat[s]! * perLat - firstRow * spacingM;
    const dx = shapeLon[s + 1]! * perLon - firstColumn * spacingM - x;
    const dy = shapeLat[s + 1]! * perLat - firstRow * spacingM - y;
    const perSq = 1 / (dx * dx + dy * dy || 1);
    const fromColumn = Math.max(0, Math.ceil((Math.min(x, x + dx) - farthestM) / spacingM));
    const toColumn = Math.min(columns - 1, Math.floor((Math.max(x, x + dx) + farthestM) / spacingM));
    const fromRow = Math.max(0, Math.ceil((Math.min(y, y + dy) - farthestM) / spacingM));
    const toRow = Math.min(rows - 1, Math.floor((Math.max(y, y + dy) + farthestM) / spacingM));
    const walls = wallsBeside(this.walls, x, y, x + dx, y + dy, farthestM);
    const farthestSq = farthestM * farthestM;
    const settledSq = settledM * settledM;
    for (let row = fromRow; row <= toRow; row++) {
      const py = row * spacingM - y;
      for (let column = fromColumn; column <= toColumn; column++) {
        const point = row * columns + column;
        const known = sq[point]!;
        if (known <= settledSq || (known === Infinity && !isWalked)) continue;
        const px = column * spacingM - x;
        let share = (px * dx + py * dy) * perSq;
        share = share < 0 ? 0 : share > 1 ? 1 : share;
        if (walls.length > 0) {
          share = nearestInSight(-px, -py, dx - px, dy - py, seenFrom(walls, px + x, py + y));
          if (Number.isNaN(share)) continue;
        }
        const ox = px - share * dx;
        const oy = py - share * dy;
        const offered = Math.max(leastSq, ox * ox + oy * oy);
        if (offered > farthestSq || offered > known) continue;
        const alsoM = share * lengthM;
        let metres = Math.min(forthM + alsoM, backM - alsoM);
        if (places) {
          for (const place of places) {
            metres = Math.min(metres, place.awayM + Math.abs(place.alongM - alongM - alsoM));
          }
        }
        if (offered === known && metres >= walkM[point]!) continue;
        sq[point] = offered;
        walkM[point] = metres;
      }
    }
  }

  *finishSteps(): Steps<IsochroneGround> {
    const { sq, walkM } = this;
    for (let point = 0; point < sq.length; point++) {
      if (point % POINTS_PER_STEP === 0) yield { stage: 'reach', done: point, total: sq.length };
      sq[point] = Math.sqrt(sq[point]!);
    }
    return { awayM: sq, walkM };
  }
}

function wallsOn(
  { spacingM, perLon, perLat, firstColumn, firstRow, columns, rows }: IsochroneGrid,
  graph: StreetGraph,
): number[] {
  const { overlay } = graph;
  if (!overlay) return [];
  const southWest: LonLat = [(firstColumn * spacingM) / perLon, (firstRow * spacingM) / perLat];
  return wallsAround(overlay.barriers, southWest, perLon, perLat, Math.max(columns, rows) * spacingM);
}

/** Those of some walls whose box comes within `farM` of that of a segment. */
function wallsBeside(walls: readonly number[], ax: number, ay: number, bx: number, by: number, farM: number): number[] {
  const found: number[] = [];
  for (let w = 0; w < walls.length; w += 4) {
    const [cx, cy, ex, ey] = [walls[w]!, walls[w + 1]!, walls[w + 2]!, walls[w + 3]!];
    if (Math.max(cx, ex) < Math.min(ax, bx) - farM || Math.min(cx, ex) > Math.max(ax, bx) + farM) continue;
    if (Math.max(cy, ey) < Math.min(ay, by) - farM || Math.min(cy, ey) > Math.max(ay, by) + farM) continue;
    found.push(cx, cy, ex, ey);
  }
  return found;
}

/** The same walls in metres from a point. */
function seenFrom(walls: readonly number[], x: number, y: number): number[] {
  return walls.map((metres, k) => metres - (k % 2 === 0 ? x : y));
}

/** Leaves of the tree of segments that come within `marginM` of a grid, ascending. */
function* leavesOverSteps({ tree }: StreetGraph, grid: IsochroneGrid): Steps<Uint32Array> {
  const { marginM } = grid;
  const west = (grid.firstColumn * grid.spacingM - marginM) / grid.perLon;
  const east = ((grid.firstColumn + grid.columns) * grid.spacingM + marginM) / grid.perLon;
  const south = (grid.firstRow * grid.spacingM - marginM) / grid.perLat;
  const north = ((grid.firstRow + grid.rows) * grid.spacingM + marginM) / grid.perLat;
  const { boxes, levelStart } = tree;
  let level = levelStart.length - 2;
  let found: Uint32Array = Uint32Array.of(0);
  for (; ; level--) {
    const first = levelStart[level]!;
    const inside = new Growing(Uint32Array);
    for (const [done, box] of found.entries()) {
      if (done % BOXES_PER_STEP === 0) yield { stage: 'reach', done: 0, total: 1 };
      const b = (first + box) * 4;
      if (boxes[b]! > east || boxes[b + 1]! > north || boxes[b + 2]! < west || boxes[b + 3]! < south) continue;
      if (level === 0) {
        inside.push(box);
        continue;
      }
      const end = Math.min((box + 1) * FANOUT, first - levelStart[level - 1]!);
      for (let child = box * FANOUT; child < end; child++) inside.push(child);
    }
    if (level === 0) return inside.trimmed();
    found = inside.trimmed();
  }
}
