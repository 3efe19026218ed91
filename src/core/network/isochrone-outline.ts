import type { MultiPolygon, Position } from 'geojson';
import { asWgs84, type Wgs84 } from '../geo/geometry.ts';
import { positionOn, type IsochroneGrid } from './isochrone-grid.ts';

/** Corners lie at odd eighths of the spacing: rings then never touch each other or themselves, and straight runs join up. */
const EIGHTHS = 8;

/** Ground enclosed by what is walked is a hole from this size on, m²: 40 m by 40 m, about the smallest to be seen. */
const LEAST_HOLE_M2 = 1600;

/** Sides of a cell, counter-clockwise: between corners 0 and 1 (south-west, south-east), 1 and 2, 2 and 3, 3 and 0. */
const SIDES = [0, 1, 2, 3] as const;

/** A closed ring in eighths of the spacing, x and y in turn, without repeating the first corner. */
interface Ring {
  readonly xy: readonly number[];
  /** Twice the area: positive around ground inside, negative around a hole. */
  readonly area2: number;
}

/**
 * The outline of the points above 0 (marching squares, Lorensen and Cline 1987 in the plane; where two opposite corners
 * of a cell are inside, they are taken to hang together). Outer rings run counter-clockwise, holes clockwise (RFC 7946).
 * The outermost points must be outside. Where one field is at no point below another, its outline holds the other's.
 */
export function isochroneOutline(field: Float32Array, grid: IsochroneGrid): Wgs84<MultiPolygon> {
  const rings = ringsOf(field, grid.columns, grid.rows);
  const least2 = 2 * LEAST_HOLE_M2 * (EIGHTHS / grid.spacingM) ** 2;
  const dropped = rings.filter(({ area2 }) => area2 <= 0 && -area2 < least2);
  const outer = rings
    .filter((ring) => ring.area2 > 0 && !dropped.some((hole) => isAround(hole, ring)))
    .sort((a, b) => a.area2 - b.area2);
  const polygons = outer.map((ring) => [ring]);
  for (const hole of rings) {
    if (-hole.area2 < least2) continue;
    // From the smallest: the first that holds the hole is the one right around it.
    polygons[outer.findIndex((ring) => isAround(ring, hole))]!.push(hole);
  }
  polygons.reverse();
  const coordinates = polygons.map((polygon) => polygon.map(({ xy }) => positions(xy, grid)));
  return asWgs84({ type: 'MultiPolygon', coordinates });
}

function isAround(ring: Ring, other: Ring): boolean {
  return Math.abs(ring.area2) > Math.abs(other.area2) && holds(ring.xy, other.xy[0]!, other.xy[1]!);
}

function ringsOf(field: Float32Array, columns: number, rows: number): Ring[] {
  const { starts, nextPlus1 } = crossings(field, columns, rows);
  const rings: Ring[] = [];
  for (const start of starts) {
    const xy: number[] = [];
    for (let crossing = start; nextPlus1[crossing] !== 0;) {
      corner(field, columns, crossing, xy);
      const following = nextPlus1[crossing]! - 1;
      nextPlus1[crossing] = 0;
      crossing = following;
    }
    if (xy.length === 0) continue;
    const straight = withoutStraights(xy);
    rings.push({ xy: straight, area2: twiceArea(straight) });
  }
  return rings;
}

interface Crossings {
  /** All crossings, in no order. */
  readonly starts: readonly number[];
  /** Which follows which, and 1: 0 where nothing crosses. */
  readonly nextPlus1: Uint32Array;
}

/**
 * Which crossing of a grid line follows which, inside being on the left. Between a point and its eastern neighbour the
 * crossing has twice the point's number, between it and its northern one that and 1.
 */
function crossings(field: Float32Array, columns: number, rows: number): Crossings {
  const starts: number[] = [];
  const nextPlus1 = new Uint32Array(field.length * 2);
  for (let row = 0; row + 1 < rows; row++) {
    let west = 0;
    for (let column = 0; column + 1 < columns; column++) {
      const sw = row * columns + column;
      const nw = sw + columns;
      const east = (field[sw + 1]! > 0 ? 2 : 0) | (field[nw + 1]! > 0 ? 4 : 0);
      const corners = west | east;
      // The eastern corners, 2 and 4, are the western ones, 1 and 8, of the next cell.
      west = ((east >> 1) & 1) | ((east & 4) << 1);
      if (corners === 0 || corners === 15) continue;
      const sides = [sw * 2, (sw + 1) * 2 + 1, nw * 2, sw * 2 + 1];
      for (const side of SIDES) {
        if (!leaves(corners, side)) continue;
        let back = (side + 1) % 4;
        while (!leaves(15 - corners, back)) back = (back + 1) % 4;
        starts.push(sides[side]!);
        nextPlus1[sides[side]!] = sides[back]! + 1;
      }
    }
  }
  return { starts, nextPlus1 };
}

/** Whether the inside ends along a side, going counter-clockwise. */
function leaves(corners: number, side: number): boolean {
  return (corners & (1 << side)) !== 0 && (corners & (1 << ((side + 1) % 4))) === 0;
}

function corner(field: Float32Array, columns: number, crossing: number, xy: number[]): void {
  const point = crossing >> 1;
  const northward = (crossing & 1) === 1;
  const here = field[point]!;
  const there = field[northward ? point + columns : point + 1]!;
  const quarter = Math.min(3, Math.floor((here / (here - there)) * 4));
  const share = 2 * quarter + 1;
  xy.push((point % columns) * EIGHTHS + (northward ? 0 : share));
  xy.push(Math.floor(point / columns) * EIGHTHS + (northward ? share : 0));
}

/** Leaves out corners on the straight line between their neighbours: the shape stays exactly the same. */
function withoutStraights(xy: readonly number[]): number[] {
  const kept: number[] = [];
  const count = xy.length;
  for (let i = 0; i < count; i += 2) {
    const before = (i + count - 2) % count;
    const after = (i + 2) % count;
    const dx = xy[i]! - xy[before]!;
    const dy = xy[i + 1]! - xy[before + 1]!;
    if (dx * (xy[after + 1]! - xy[i + 1]!) !== dy * (xy[after]! - xy[i]!)) kept.push(xy[i]!, xy[i + 1]!);
  }
  return kept;
}

function twiceArea(xy: readonly number[]): number {
  let sum = 0;
  for (let i = 0, j = xy.length - 2; i < xy.length; j = i, i += 2) sum += xy[j]! * xy[i + 1]! - xy[i]! * xy[j + 1]!;
  return sum;
}

function holds(xy: readonly number[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = xy.length - 2; i < xy.length; j = i, i += 2) {
    const [iy, jy] = [xy[i + 1]!, xy[j + 1]!];
    if (iy > y !== jy > y && x < xy[i]! + ((y - iy) / (jy - iy)) * (xy[j]! - xy[i]!)) inside = !inside;
  }
  return inside;
}

function positions(xy: readonly number[], grid: IsochroneGrid): Position[] {
  const ring: Position[] = [];
  for (let i = 0; i < xy.length; i += 2) ring.push([...positionOn(grid, xy[i]! / EIGHTHS, xy[i + 1]! / EIGHTHS)]);
  ring.push(ring[0]!);
  return ring;
}
