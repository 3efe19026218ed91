import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import { metresPerDegree } from './distance.ts';
import type { LonLat, PlaceGeometry } from './geometry.ts';
import { boundsOf } from './polygon.ts';
import { ringsOf } from './rings.ts';

/** Finds corners and edges of shapes near to a position, among a metropolis of them. */
export class ShapeSnapper {
  private readonly rings: readonly (readonly Position[])[][];
  private readonly index: Flatbush | null;

  constructor(geometries: Iterable<PlaceGeometry>) {
    const shapes = [...geometries].filter((geometry) => geometry.type !== 'Point');
    this.rings = shapes.map((geometry) => [...ringsOf(geometry)]);
    this.index = shapes.length === 0 ? null : new Flatbush(shapes.length);
    for (const geometry of shapes) this.index!.add(...boundsOf(geometry));
    this.index?.finish();
  }

  /** The nearest corner, or position on an edge, within so many metres; null: there is none. */
  snap(at: LonLat, withinM: number): LonLat | null {
    if (this.index === null) return null;
    const { perLon, perLat } = metresPerDegree(at[1]);
    const [lon, lat] = [withinM / perLon, withinM / perLat];
    const near = this.index.search(at[0] - lon, at[1] - lat, at[0] + lon, at[1] + lat);
    return snapToLines(
      near.flatMap((shape) => this.rings[shape]!),
      at,
      withinM,
    );
  }
}

/**
 * The corner of some lines that is nearest to a position, within so many metres; else the nearest position on an edge, for
 * who aims at a corner is always near an edge, too. Null: neither is so near.
 */
export function snapToLines(lines: Iterable<readonly Position[]>, at: LonLat, withinM: number): LonLat | null {
  const { perLon, perLat } = metresPerDegree(at[1]);
  let corner: LonLat | null = null;
  let edge: LonLat | null = null;
  let [cornerM, edgeM] = [withinM, withinM];
  for (const line of lines) {
    for (const [i, [lon = NaN, lat = NaN]] of line.entries()) {
      const [x, y] = [(lon - at[0]) * perLon, (lat - at[1]) * perLat];
      if (Math.hypot(x, y) < cornerM) {
        cornerM = Math.hypot(x, y);
        corner = [lon, lat];
      }
      const [nextLon, nextLat] = line[i + 1] ?? [];
      if (nextLon === undefined || nextLat === undefined) continue;
      const [dx, dy] = [(nextLon - lon) * perLon, (nextLat - lat) * perLat];
      const share = -(x * dx + y * dy) / (dx * dx + dy * dy);
      const away = Math.hypot(x + share * dx, y + share * dy);
      if (!(share > 0 && share < 1) || away >= edgeM) continue;
      edgeM = away;
      edge = [lon + share * (nextLon - lon), lat + share * (nextLat - lat)];
    }
  }
  return corner ?? edge;
}
