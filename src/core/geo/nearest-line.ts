import Flatbush from 'flatbush';
import { metresPerDegree } from './distance.ts';
import type { LonLat } from './geometry.ts';
import type { Bounds } from './polygon.ts';

/** How far a position is from the nearest of many points and lines. */
export interface NearestLine {
  /** Around all of them, degrees. */
  readonly bounds: Bounds;
  /** Metres to the nearest; in a plane that holds for an extent of some 100 km. */
  readonly metresFrom: (at: LonLat) => number;
}

/** Boxes looked at first: the nearest box is seldom that of the nearest line. */
const FIRST_LOOK = 8;

/** An index of points (lists of one position) and lines, WGS84 degrees, or null where there are none. */
export function nearestLine(lines: readonly (readonly LonLat[])[]): NearestLine | null {
  const count = lines.reduce((sum, { length }) => sum + Math.max(length - 1, Math.min(length, 1)), 0);
  const first = lines.find(({ length }) => length > 0)?.[0];
  if (first === undefined) return null;
  const { perLon, perLat } = metresPerDegree(first[1]);
  const ends = new Float64Array(count * 4);
  const index = new Flatbush(count);
  let at = 0;
  for (const line of lines) {
    for (let i = 0; i < Math.max(line.length - 1, Math.min(line.length, 1)); i++) {
      const [lonA, latA] = line[i]!;
      const [lonB, latB] = line[i + 1] ?? line[i]!;
      const [xA, yA, xB, yB] = [lonA * perLon, latA * perLat, lonB * perLon, latB * perLat];
      ends.set([xA, yA, xB, yB], at);
      index.add(Math.min(xA, xB), Math.min(yA, yB), Math.max(xA, xB), Math.max(yA, yB));
      at += 4;
    }
  }
  index.finish();
  const nearestOf = (found: readonly number[], x: number, y: number): number =>
    found.reduce((nearest, one) => Math.min(nearest, toSegment(ends, one * 4, x, y)), Infinity);
  return {
    bounds: [index.minX / perLon, index.minY / perLat, index.maxX / perLon, index.maxY / perLat],
    metresFrom([lon, lat]) {
      const [x, y] = [lon * perLon, lat * perLat];
      const bound = nearestOf(index.neighbors(x, y, FIRST_LOOK), x, y);
      return Math.min(bound, nearestOf(index.search(x - bound, y - bound, x + bound, y + bound), x, y));
    },
  };
}

function toSegment(ends: Float64Array, at: number, x: number, y: number): number {
  const [xA, yA] = [ends[at]!, ends[at + 1]!];
  const [dx, dy] = [ends[at + 2]! - xA, ends[at + 3]! - yA];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - xA) * dx + (y - yA) * dy) / square));
  return Math.hypot(x - xA - along * dx, y - yA - along * dy);
}
