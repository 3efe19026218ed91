import { metresPerDegree } from './distance.ts';
import type { LonLat, PlaceGeometry } from './geometry.ts';

/**
 * Metres from a position to the nearest border of a polygon, holes' borders included, on a local plane around the position:
 * true to a per cent within some hundred kilometres. Infinity for a point, which has none.
 */
export function metresToBorder(geometry: PlaceGeometry, at: LonLat): number {
  if (geometry.type === 'Point') return Infinity;
  const { perLon, perLat } = metresPerDegree(at[1]);
  let least = Infinity;
  for (const ring of geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [lonA = 0, latA = 0] = ring[i - 1]!;
      const [lonB = 0, latB = 0] = ring[i]!;
      const [ax, ay] = [(lonA - at[0]) * perLon, (latA - at[1]) * perLat];
      const [bx, by] = [(lonB - at[0]) * perLon, (latB - at[1]) * perLat];
      least = Math.min(least, metresToOrigin(ax, ay, bx - ax, by - ay));
    }
  }
  return least;
}

/** From the plane's origin to the segment that starts at (x, y) and goes by (dx, dy). */
function metresToOrigin(x: number, y: number, dx: number, dy: number): number {
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : Math.max(0, Math.min(1, -(x * dx + y * dy) / square));
  return Math.hypot(x + along * dx, y + along * dy);
}
