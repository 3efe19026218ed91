import type { MultiPolygon, Polygon, Position } from 'geojson';

interface Ring {
  readonly positions: Position[];
  readonly area: number;
  readonly box: readonly [west: number, south: number, east: number, north: number];
}

/**
 * The polygons that a Shapefile's rings make up: clockwise ones enclose, the others are holes in the smallest that holds
 * them. A hole in nothing is a polygon of its own, and where no ring is clockwise all are read the other way round: no ring
 * is lost.
 */
export function assembleRings(rings: readonly Position[][]): Polygon | MultiPolygon {
  const measured = rings.map(measure);
  const turned = measured.every(({ area }) => area > 0);
  const outer = measured.filter(({ area }) => turned || area <= 0).sort((a, b) => Math.abs(a.area) - Math.abs(b.area));
  const polygons = new Map<Ring, Position[][]>(outer.map((ring) => [ring, [ring.positions]]));
  for (const hole of turned ? [] : measured.filter(({ area }) => area > 0)) {
    const around = outer.length === 1 ? outer[0] : outer.find((ring) => holds(ring, hole));
    if (around) polygons.get(around)!.push(hole.positions);
    else polygons.set(hole, [hole.positions]);
  }
  const coordinates = [...polygons.values()];
  return coordinates.length === 1
    ? { type: 'Polygon', coordinates: coordinates[0]! }
    : { type: 'MultiPolygon', coordinates };
}

function measure(positions: Position[]): Ring {
  let area = 0;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const [x0 = 0, y0 = 0] = positions[0] ?? [];
  for (const [i, position] of positions.entries()) {
    const [x, y] = position as [number, number];
    const [nextX, nextY] = positions[(i + 1) % positions.length] as [number, number];
    area += (x - x0) * (nextY - y0) - (nextX - x0) * (y - y0);
    [west, south, east, north] = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)];
  }
  return { positions, area: area / 2, box: [west, south, east, north] };
}

function holds(outer: Ring, inner: Ring): boolean {
  const [west, south, east, north] = outer.box;
  const [w, s, e, n] = inner.box;
  if (w < west || s < south || e > east || n > north) return false;
  // A vertex may lie on the other's boundary; most do not. A few tell as much as all, which may be many thousands.
  const step = Math.ceil(inner.positions.length / MOST_ASKED);
  const asked = inner.positions.filter((_, i) => i % step === 0);
  return asked.filter((position) => isInside(position, outer.positions)).length * 2 > asked.length;
}

/** Vertices by which it is told whether a ring lies in another. */
const MOST_ASKED = 9;

function isInside(position: Position, ring: readonly Position[]): boolean {
  const [x, y] = position as [number, number];
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as [number, number];
    const [xj, yj] = ring[j] as [number, number];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
