import { booleanPointInPolygon } from '@turf/turf';
import type { Polygon, MultiPolygon, Position } from 'geojson';
import type { LonLat, PlaceGeometry } from './geometry.ts';
import { ringsOf } from './rings.ts';

export type Bounds = readonly [west: number, south: number, east: number, north: number];

type Ring = readonly Position[];

/** The box around a line of one position at least. */
export function boundsOfLine(line: readonly LonLat[]): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of line) {
    [west, east] = [Math.min(west, lon), Math.max(east, lon)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  return [west, south, east, north];
}

/** The smallest box around a geometry, degrees. */
export function boundsOf(geometry: PlaceGeometry): Bounds {
  if (geometry.type === 'Point') {
    const [lon = NaN, lat = NaN] = geometry.coordinates;
    return [lon, lat, lon, lat];
  }
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const ring of ringsOf(geometry)) {
    for (const [lon = NaN, lat = NaN] of ring) {
      if (lon < west) west = lon;
      if (lon > east) east = lon;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
  }
  return [west, south, east, north];
}

/** Whether a polygon holds a position; its boundary belongs to it. A point holds nothing. */
export function contains(geometry: PlaceGeometry, at: LonLat): boolean {
  if (geometry.type === 'Point') return false;
  return clearlyHolds(geometry, at) ?? booleanPointInPolygon([at[0], at[1]], geometry);
}

/** Of the size of the terms, what plain arithmetic may lose: nearer to a border than that, only exact arithmetic tells. */
const ROUNDING = 1e-12;

/** Whether a polygon holds a position; null: it is too near to a border to tell by plain arithmetic, which is much faster. */
function clearlyHolds(geometry: Polygon | MultiPolygon, [lon, lat]: LonLat): boolean | null {
  for (const rings of geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) {
    let inside = false;
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i++) {
        const yA = ring[i - 1]![1]!;
        const yB = ring[i]![1]!;
        if ((yA > lat && yB > lat) || (yA < lat && yB < lat)) continue;
        const xA = ring[i - 1]![0]!;
        const xB = ring[i]![0]!;
        const one = (xB - xA) * (lat - yA);
        const other = (lon - xA) * (yB - yA);
        if (Math.abs(one - other) <= ROUNDING * (Math.abs(one) + Math.abs(other))) {
          if (lon >= Math.min(xA, xB) && lon <= Math.max(xA, xB)) return null;
        }
        if (yA > lat !== yB > lat && one > other === yB > yA) inside = !inside;
      }
    }
    if (inside) return true;
  }
  return false;
}

/**
 * Longitudes at which a parallel crosses the rings, ascending: between the 1st and 2nd, 3rd and 4th, … it is inside
 * (even-odd rule, so holes and several parts need no special case).
 */
function crossings(rings: readonly Ring[], lat: number): number[] {
  const found: number[] = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [lonA = 0, latA = 0] = ring[i - 1]!;
      const [lonB = 0, latB = 0] = ring[i]!;
      if (latA > lat !== latB > lat) found.push(lonA + ((lat - latA) / (latB - latA)) * (lonB - lonA));
    }
  }
  return found.sort((a, b) => a - b);
}

/**
 * Positions inside a polygon on a grid of `columns` × `rows` cells over its bounds, one at each cell's centre.
 * May be empty where the polygon is thinner than the cells.
 */
export function gridInside(geometry: Polygon | MultiPolygon, bounds: Bounds, columns: number, rows: number): LonLat[] {
  const [west, south, east, north] = bounds;
  const rings = ringsOf(geometry);
  const inside: LonLat[] = [];
  for (let row = 0; row < rows; row++) {
    const lat = south + ((row + 0.5) / rows) * (north - south);
    const edges = crossings(rings, lat);
    for (let span = 0; span + 1 < edges.length; span += 2) {
      for (let column = 0; column < columns; column++) {
        const lon = west + ((column + 0.5) / columns) * (east - west);
        if (lon >= edges[span]! && lon <= edges[span + 1]!) inside.push([lon, lat]);
      }
    }
  }
  return inside;
}

/** Parallels tried for an inner position, as shares of the height: a parallel through no area at all is possible, many are not. */
const INNER_PARALLELS = [0.5, 0.4, 0.6, 0.25, 0.75, 0.1, 0.9];

/** A position inside a geometry: a point itself; of a polygon the middle of its widest stretch at half height. */
export function innerPosition(geometry: PlaceGeometry): LonLat {
  if (geometry.type === 'Point') return [geometry.coordinates[0]!, geometry.coordinates[1]!];
  const [, south, , north] = boundsOf(geometry);
  const rings = ringsOf(geometry);
  for (const share of INNER_PARALLELS) {
    const lat = south + share * (north - south);
    const edges = crossings(rings, lat);
    let widest = 0;
    let middle = NaN;
    for (let span = 0; span + 1 < edges.length; span += 2) {
      const width = edges[span + 1]! - edges[span]!;
      if (width > widest) {
        widest = width;
        middle = edges[span]! + width / 2;
      }
    }
    if (widest > 0) return [middle, lat];
  }
  const [first = [NaN, NaN]] = rings[0] ?? [];
  return [first[0]!, first[1]!];
}
