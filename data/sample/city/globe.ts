import type { Point, Ring } from './plane.ts';
import type { Patch } from './outline.ts';

/** Where the made-up city is laid on the globe: among real fields, at no real town. Degrees, WGS84. */
export const MIDDLE: Point = [119.68, 32.74];

/** Metres a degree on the sphere that the app measures with (radius 6 371 008.8 m). */
const PER_LAT = (Math.PI / 180) * 6_371_008.8;
const PER_LON = PER_LAT * Math.cos((MIDDLE[1] * Math.PI) / 180);

const DECIMALS = 1e6;

/** Bends the whole plan a little, so that no street is ruled, and lays it on the globe. */
export function toLonLat([x, y]: Point): Point {
  const bentX = x + 55 * Math.sin(y / 1500 + 0.5) + 30 * Math.sin((x + 1.3 * y) / 1900);
  const bentY = y + 50 * Math.sin(x / 1700 + 1.2) + 28 * Math.sin((x - 2 * y) / 2300 + 2);
  return [rounded(MIDDLE[0] + bentX / PER_LON), rounded(MIDDLE[1] + bentY / PER_LAT)];
}

function rounded(degrees: number): number {
  return Math.round(degrees * DECIMALS) / DECIMALS;
}

/** A closed ring of positions: GeoJSON's, its first position repeated. */
export function toPositions(ring: Ring): Point[] {
  const positions = ring.map(toLonLat);
  return [...positions, positions[0]!];
}

export function toPolygon(ring: Ring): object {
  return { type: 'Polygon', coordinates: [toPositions(ring)] };
}

export function toGeometry(patches: readonly Patch[]): object {
  const polygons = patches.map(({ shell, holes }) => [shell, ...holes].map(toPositions));
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0] }
    : { type: 'MultiPolygon', coordinates: polygons };
}
