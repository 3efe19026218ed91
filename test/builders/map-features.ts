import type { Feature, Geometry, Position } from 'geojson';
import type { MapFeatures } from '../../src/core/tiles/map-features.ts';
import { positionAt } from '../../src/core/tiles/tile-grid.ts';

/** The lines or rings of a thing, in units of the world's grid. */
export function gridPartsOf({ partStart, pointStart, x, y }: MapFeatures, thing: number): [number, number][][] {
  const parts: [number, number][][] = [];
  for (let part = partStart[thing]!; part < partStart[thing + 1]!; part++) {
    const points: [number, number][] = [];
    for (let i = pointStart[part]!; i < pointStart[part + 1]!; i++) points.push([x[i]!, y[i]!]);
    parts.push(points);
  }
  return parts;
}

/** What a map draws as GeoJSON, areas the largest first. */
export function geoJsonOf(features: MapFeatures): Feature[] {
  const things = [...features.saying.keys()].sort((a, b) => features.size[b]! - features.size[a]! || a - b);
  return things.map((thing) => ({
    type: 'Feature',
    properties: { ...features.sayings[features.saying[thing]!] },
    geometry: geometryOf(features, thing),
  }));
}

function geometryOf(features: MapFeatures, thing: number): Geometry {
  const parts = gridPartsOf(features, thing).map((part) =>
    part.map(([x, y]): Position => [...positionAt(x, y)].map((degrees) => Number(degrees.toFixed(6)))),
  );
  if (features.shape === 'point') return { type: 'Point', coordinates: parts[0]![0]! };
  if (features.shape === 'line') return { type: 'LineString', coordinates: parts[0]! };
  const polygons: Position[][][] = [];
  for (const [i, ring] of parts.entries()) {
    if (features.hole[features.partStart[thing]! + i]) polygons.at(-1)!.push(ring);
    else polygons.push([ring]);
  }
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons };
}
