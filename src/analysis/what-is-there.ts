import { innerPosition } from '../core/geo/polygon.ts';
import type { LonLat, PlaceGeometry } from '../core/geo/geometry.ts';
import type { StreetGraph } from '../core/network/street-graph.ts';
import type { Plan } from '../core/plan/plan.ts';

/** Streets looked at, evenly from all: whether places lie near streets needs no more. */
const MOST_STREETS = 20_000;

/**
 * Where a plan's things are, as lines: outlines of areas and units, facilities and candidate sites as lines of one
 * position, streets. What other data can be laid against, to see whether they fit.
 */
export function whatIsThere({ areas, facilities, units, candidates }: Plan, streets: StreetGraph | null): LonLat[][] {
  const lines = [...areas.values(), ...units.values(), ...facilities.values(), ...candidates.values()].flatMap(
    ({ geometry }) => (geometry ? linesOf(geometry) : []),
  );
  if (!streets) return lines;
  const { shapeStart, shapeLon, shapeLat } = streets;
  const edges = shapeStart.length - 1;
  const every = Math.max(1, Math.ceil(edges / MOST_STREETS));
  for (let edge = 0; edge < edges; edge += every) {
    const line: LonLat[] = [];
    for (let k = shapeStart[edge]!; k < shapeStart[edge + 1]!; k++) line.push([shapeLon[k]!, shapeLat[k]!]);
    lines.push(line);
  }
  return lines;
}

function linesOf(geometry: PlaceGeometry): LonLat[][] {
  if (geometry.type === 'Point') return [[innerPosition(geometry)]];
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) => rings[0]!.map(([lon = NaN, lat = NaN]): LonLat => [lon, lat]));
}
