import Flatbush from 'flatbush';
import type { MultiPolygon, Polygon, Position } from 'geojson';

/** Up to so many edges comparing all pairs is quicker than building an index. */
const FEW_EDGES = 48;

/** Share of the products' size below which a turn counts as straight: a vertex rounded to its last digit is no crossing. */
const STRAIGHT = 1e-9;

/**
 * Where two edges of a polygon's rings properly cross, or null. Edges that only touch (a hole on the shell, a vertex
 * visited twice, repeated vertices) are no crossing. Some n log n for n edges.
 */
export function findSelfIntersection(geometry: Polygon | MultiPolygon): Position | null {
  const edges = edgesOf(geometry);
  const count = edges.length / 4;
  return count <= FEW_EDGES ? compareAll(edges, count) : compareNear(edges, count);
}

/** Edges one after another as x1, y1, x2, y2; repeated vertices make none. */
function edgesOf(geometry: Polygon | MultiPolygon): Float64Array {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  let most = 0;
  for (const ring of rings) most += ring.length;
  const edges = new Float64Array(most * 4);
  let at = 0;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const from = ring[i - 1]!;
      const to = ring[i]!;
      if (from[0] === to[0] && from[1] === to[1]) continue;
      edges[at++] = from[0]!;
      edges[at++] = from[1]!;
      edges[at++] = to[0]!;
      edges[at++] = to[1]!;
    }
  }
  return edges.subarray(0, at);
}

function compareAll(edges: Float64Array, count: number): Position | null {
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      const at = crossing(edges, a * 4, b * 4);
      if (at !== null) return at;
    }
  }
  return null;
}

function compareNear(edges: Float64Array, count: number): Position | null {
  const index = new Flatbush(count);
  for (let i = 0; i < edges.length; i += 4) {
    const [x1, y1, x2, y2] = [edges[i]!, edges[i + 1]!, edges[i + 2]!, edges[i + 3]!];
    index.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  index.finish();
  for (let a = 0; a < count; a++) {
    const [x1, y1, x2, y2] = [edges[a * 4]!, edges[a * 4 + 1]!, edges[a * 4 + 2]!, edges[a * 4 + 3]!];
    let found: Position | null = null;
    index.search(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2), (b) => {
      if (found === null && b > a) found = crossing(edges, a * 4, b * 4);
      return false;
    });
    if (found !== null) return found;
  }
  return null;
}

/** On which side of the edge at `e` a position lies: 1, −1, or 0 on it within rounding. */
function side(edges: Float64Array, e: number, x: number, y: number): number {
  const x1 = edges[e]!;
  const y1 = edges[e + 1]!;
  const left = (edges[e + 2]! - x1) * (y - y1);
  const right = (edges[e + 3]! - y1) * (x - x1);
  const turn = left - right;
  const rounding = STRAIGHT * (Math.abs(left) + Math.abs(right));
  return turn > rounding ? 1 : turn < -rounding ? -1 : 0;
}

function crossing(edges: Float64Array, a: number, b: number): Position | null {
  const fromSide = side(edges, a, edges[b]!, edges[b + 1]!);
  const toSide = side(edges, a, edges[b + 2]!, edges[b + 3]!);
  if (fromSide * toSide !== -1) return null;
  if (side(edges, b, edges[a]!, edges[a + 1]!) * side(edges, b, edges[a + 2]!, edges[a + 3]!) !== -1) return null;
  const dxA = edges[a + 2]! - edges[a]!;
  const dyA = edges[a + 3]! - edges[a + 1]!;
  const dxB = edges[b + 2]! - edges[b]!;
  const dyB = edges[b + 3]! - edges[b + 1]!;
  const share = ((edges[b]! - edges[a]!) * dyB - (edges[b + 1]! - edges[a + 1]!) * dxB) / (dxA * dyB - dyA * dxB);
  return [edges[a]! + share * dxA, edges[a + 1]! + share * dyA];
}
