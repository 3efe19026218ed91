import type { MultiPolygon, Polygon, Position } from 'geojson';
import { metresPerDegree } from '../geo/distance.ts';
import { asWgs84, type LonLat, type Wgs84 } from '../geo/geometry.ts';
import { contains } from '../geo/polygon.ts';
import { INNER, MISSING, OSM_UNITS_PER_DEGREE, type OsmExtract } from './osm-extract.ts';
import { joinRings } from './rings.ts';

export type AreaGeometry = Wgs84<Polygon> | Wgs84<MultiPolygon>;

/** Six decimals of a degree: 0.1 m, finer than any screen shows. */
const DECIMALS = 1e6;
const M2_PER_HECTARE = 10_000;

export function positionOf({ nodeLon, nodeLat }: OsmExtract, node: number): [lon: number, lat: number] {
  return [rounded(nodeLon[node]! / OSM_UNITS_PER_DEGREE), rounded(nodeLat[node]! / OSM_UNITS_PER_DEGREE)];
}

function rounded(degrees: number): number {
  return Math.round(degrees * DECIMALS) / DECIMALS;
}

/** The nodes of a way, in parts where some are missing from the file; parts of one node are left out. */
export function partsOf({ wayStart, wayNode }: OsmExtract, way: number): number[][] {
  const parts: number[][] = [];
  let part: number[] = [];
  for (let k = wayStart[way]!; k < wayStart[way + 1]!; k++) {
    const node = wayNode[k]!;
    if (node !== MISSING) {
      if (node !== part.at(-1)) part.push(node);
      continue;
    }
    if (part.length > 1) parts.push(part);
    part = [];
  }
  if (part.length > 1) parts.push(part);
  return parts;
}

export function isClosed(extract: OsmExtract, way: number): boolean {
  const { wayStart, wayNode } = extract;
  const from = wayStart[way]!;
  const last = wayStart[way + 1]! - 1;
  return last - from >= 3 && wayNode[from] === wayNode[last] && wayNode[from] !== MISSING;
}

/** The area inside a closed way; null for one that is open, or not all there. */
export function areaOfWay(extract: OsmExtract, way: number): AreaGeometry | null {
  if (!isClosed(extract, way)) return null;
  const [ring, another] = partsOf(extract, way);
  if (ring === undefined || another !== undefined || ring.length < 4 || ring[0] !== ring.at(-1)) return null;
  return asWgs84({ type: 'Polygon', coordinates: [ringOf(extract, ring)] });
}

/** The area of a multipolygon relation, its holes cut out; null where a boundary has a gap or leads out of the file. */
export function areaOfRelation(extract: OsmExtract, relation: number): AreaGeometry | null {
  const { memberStart, memberWay, memberRole } = extract;
  const outer: number[][] = [];
  const inner: number[][] = [];
  for (let m = memberStart[relation]!; m < memberStart[relation + 1]!; m++) {
    const way = memberWay[m]!;
    if (way === MISSING) return null;
    const { wayStart, wayNode } = extract;
    if (wayNode.subarray(wayStart[way], wayStart[way + 1]).includes(MISSING)) return null;
    (memberRole[m] === INNER ? inner : outer).push(...partsOf(extract, way));
  }
  const outerRings = joinRings(outer);
  const innerRings = joinRings(inner);
  if (outerRings === null || innerRings === null || outerRings.length === 0) return null;
  const polygons = outerRings.map((ring): Position[][] => [ringOf(extract, ring)]);
  for (const ring of innerRings) holdingPolygon(polygons, ringOf(extract, ring)).push(ringOf(extract, ring));
  return polygons.length === 1
    ? asWgs84({ type: 'Polygon', coordinates: polygons[0]! })
    : asWgs84({ type: 'MultiPolygon', coordinates: polygons });
}

function ringOf(extract: OsmExtract, ring: readonly number[]): Position[] {
  return ring.map((node) => positionOf(extract, node));
}

/** The polygon that a hole lies in; a hole that lies in none is given to the first, where it cuts nothing out. */
function holdingPolygon(polygons: Position[][][], hole: readonly Position[]): Position[][] {
  if (polygons.length === 1) return polygons[0]!;
  const middle = hole[Math.floor(hole.length / 2)] as unknown as LonLat;
  const holding = polygons.find(([outer]) =>
    contains(asWgs84<Polygon>({ type: 'Polygon', coordinates: [outer!] }), middle),
  );
  return holding ?? polygons[0]!;
}

/** Hectares within 1 %: enough to draw large areas before small ones. */
export function hectaresOf(geometry: AreaGeometry): number {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const { perLon, perLat } = metresPerDegree(polygons[0]![0]![0]![1]!);
  let m2 = 0;
  for (const rings of polygons) {
    for (const [i, ring] of rings.entries()) m2 += Math.abs(signedDegrees(ring)) * perLon * perLat * (i === 0 ? 1 : -1);
  }
  return Math.max(0, m2) / M2_PER_HECTARE;
}

/** Square degrees, positive counter-clockwise. */
function signedDegrees(ring: readonly Position[]): number {
  const [lon0 = 0, lat0 = 0] = ring[0]!;
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const from = ring[i - 1]!;
    const to = ring[i]!;
    sum += (from[0]! - lon0) * (to[1]! - lat0) - (to[0]! - lon0) * (from[1]! - lat0);
  }
  return sum / 2;
}
