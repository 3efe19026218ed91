import type { MultiPolygon, Position } from 'geojson';
import { asWgs84, type Wgs84 } from '../geo/geometry.ts';
import type { Steps } from '../progress.ts';
import { POINTS_PER_STEP, positionOn, type IsochroneGrid } from './isochrone-grid.ts';

/** Corners lie at odd eighths of the spacing: rings then never touch each other or themselves, and straight runs join up. */
const EIGHTHS = 8;

/** Ground enclosed by what is walked is a hole from this size on, m²: 40 m by 40 m, about the smallest to be seen. */
const LEAST_HOLE_M2 = 1600;

/** Sides of a cell, counter-clockwise: between corners 0 and 1 (south-west, south-east), 1 and 2, 2 and 3, 3 and 0. */
const SIDES = [0, 1, 2, 3] as const;

/** Rings worked through between two reports. */
const RINGS_PER_STEP = 50;

/** A closed ring in eighths of the spacing, x and y in turn, without repeating the first corner. */
interface Ring {
  readonly xy: readonly number[];
  /** Twice the area: positive around ground inside, negative around a hole. */
  readonly area2: number;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/**
 * The outline of the points above 0 (marching squares, Lorensen and Cline 1987 in the plane; where two opposite corners
 * of a cell are inside, they are taken to hang together). Outer rings run counter-clockwise, holes clockwise (RFC 7946).
 * The outermost points must be outside. Where one field is at no point below another, its outline holds the other's.
 */
export function* isochroneOutlineSteps(field: Float32Array, grid: IsochroneGrid): Steps<Wgs84<MultiPolygon>> {
  const rings = yield* ringsSteps(field, grid);
  const least2 = 2 * LEAST_HOLE_M2 * (EIGHTHS / grid.spacingM) ** 2;
  const dropped = rings.filter(({ area2 }) => area2 <= 0 && -area2 < least2);
  const outer: Ring[] = [];
  const holes = rings.filter(({ area2 }) => -area2 >= least2);
  for (const [done, ring] of rings.entries()) {
    if (done % RINGS_PER_STEP === 0) yield { stage: 'reach', done, total: rings.length };
    if (ring.area2 > 0 && !dropped.some((hole) => isAround(hole, ring))) outer.push(ring);
  }
  outer.sort((a, b) => a.area2 - b.area2);
  const polygons = outer.map((ring) => [ring]);
  for (const [done, hole] of holes.entries()) {
    if (done % RINGS_PER_STEP === 0) yield { stage: 'reach', done, total: holes.length };
    // From the smallest: the first that holds the hole is the one right around it.
    polygons[outer.findIndex((ring) => isAround(ring, hole))]!.push(hole);
  }
  polygons.reverse();
  const coordinates: Position[][][] = [];
  for (const [done, polygon] of polygons.entries()) {
    const lines: Position[][] = [];
    for (const [k, { xy }] of polygon.entries()) {
      if (k % RINGS_PER_STEP === 0) yield { stage: 'reach', done, total: polygons.length };
      lines.push(positions(xy, grid));
    }
    coordinates.push(lines);
  }
  return asWgs84({ type: 'MultiPolygon', coordinates });
}

function isAround(ring: Ring, other: Ring): boolean {
  if (Math.abs(ring.area2) <= Math.abs(other.area2)) return false;
  const besides = other.west < ring.west || other.south < ring.south;
  if (besides || other.east > ring.east || other.north > ring.north) return false;
  return holds(ring.xy, other.xy[0]!, other.xy[1]!);
}

/** The rings of a field, each begun at its first crossing in the order of the points. */
function* ringsSteps(field: Float32Array, grid: IsochroneGrid): Steps<Ring[]> {
  const { columns, rows } = grid;
  const rings: Ring[] = [];
  /** Which crossings have been come by: 1 for that between a point and its eastern neighbour, 2 for its northern one. */
  const passed = new Uint8Array(field.length);
  const rowsPerStep = Math.ceil(POINTS_PER_STEP / columns);
  for (let row = 0; row + 1 < rows; row++) {
    if (row % rowsPerStep === 0) yield { stage: 'reach', done: row, total: rows };
    for (let cell = row * columns; cell < (row + 1) * columns - 1; cell++) {
      const corners = cornersOf(field, cell, columns);
      if (corners === 0 || corners === 15) continue;
      for (const side of SIDES) {
        if (!leaves(corners, side)) continue;
        const xy = ringFrom(field, columns, passed, cell, side);
        if (xy.length > 0) rings.push(ringAlong(withoutStraights(xy)));
      }
    }
  }
  return rings;
}

/**
 * Goes round from where the inside ends along a side of a cell, the inside on the left, until a crossing comes again.
 * No crossing is come by twice: each is where the outline leaves one of its two cells.
 */
function ringFrom(
  field: Float32Array,
  columns: number,
  passed: Uint8Array,
  firstCell: number,
  firstSide: number,
): number[] {
  const xy: number[] = [];
  for (let cell = firstCell, side = firstSide; ;) {
    const northward = side === 1 || side === 3;
    const point = cell + (side === 1 ? 1 : side === 2 ? columns : 0);
    const bit = northward ? 2 : 1;
    if (passed[point]! & bit) return xy;
    passed[point]! |= bit;
    corner(field, columns, point, northward, xy);
    const corners = cornersOf(field, cell, columns);
    side = (side + 1) % 4;
    while (!leaves(15 - corners, side)) side = (side + 1) % 4;
    // Over that side lies the next cell, of which it is the opposite side.
    cell += side === 0 ? -columns : side === 1 ? 1 : side === 2 ? columns : -1;
    side = (side + 2) % 4;
  }
}

/** Bits 1, 2, 4, 8: the south-west, south-east, north-east and north-west corner of a cell is inside. */
function cornersOf(field: Float32Array, cell: number, columns: number): number {
  const north = cell + columns;
  return (
    (field[cell]! > 0 ? 1 : 0) |
    (field[cell + 1]! > 0 ? 2 : 0) |
    (field[north + 1]! > 0 ? 4 : 0) |
    (field[north]! > 0 ? 8 : 0)
  );
}

function ringAlong(xy: readonly number[]): Ring {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (let i = 0; i < xy.length; i += 2) {
    box.west = Math.min(box.west, xy[i]!);
    box.east = Math.max(box.east, xy[i]!);
    box.south = Math.min(box.south, xy[i + 1]!);
    box.north = Math.max(box.north, xy[i + 1]!);
  }
  return { xy, area2: twiceArea(xy), ...box };
}

/** Whether the inside ends along a side, going counter-clockwise. */
function leaves(corners: number, side: number): boolean {
  return (corners & (1 << side)) !== 0 && (corners & (1 << ((side + 1) % 4))) === 0;
}

/** Adds the corner between a point and its northern or eastern neighbour. */
function corner(field: Float32Array, columns: number, point: number, northward: boolean, xy: number[]): void {
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
