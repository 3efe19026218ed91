import type { IsochroneGrid } from './isochrone-grid.ts';
import type { IsochroneGround } from './isochrone-ground.ts';

/** Metres that a street and the buildings along it take up to either side: half a street and a house behind a forecourt. */
const FRONTAGE_M = 25;

/** Metres to either side that are still the street itself, not a walk off it. */
const STREET_M = 10;

/**
 * Metres from the nearest street at which the middle of a block counts as part of it, when all streets around are
 * walked. Blocks and courtyards up to 120 m across fill in; beyond a last street, at a river or a field, they do not.
 */
export const BLOCK_M = 60;

const DIAGONAL = Math.SQRT2;

/**
 * The ground from which one can walk within a limit, as a field over the grid: above 0 inside, and about metres from the
 * outline near it. Grows with the limit at every point, so that the outlines of several limits lie within each other.
 */
export function isochroneShape(ground: IsochroneGround, grid: IsochroneGrid, limitM: number): Float32Array {
  const { awayM, walkM } = ground;
  const { spacingM, marginM: blockM } = grid;
  const frontageM = Math.max(FRONTAGE_M, 1.5 * spacingM);
  // The outline is off by that much between the grid's points: the last metres of a walk are to be inside.
  const mostM = limitM + spacingM / 4;
  const near = new Float32Array(awayM.length);
  for (let point = 0; point < near.length; point++) {
    const away = awayM[point]!;
    const off = away > STREET_M ? away - STREET_M : 0;
    near[point] = clamp(Math.min(blockM - away, mostM - walkM[point]! - off), spacingM);
  }
  const depthM = depths(near, grid);
  const shape = near;
  for (let point = 0; point < near.length; point++) {
    const along = Math.min(frontageM - awayM[point]!, near[point]!);
    const within = Math.min(depthM[point]! - (blockM - frontageM), near[point]!);
    shape[point] = clamp(along > within ? along : within, spacingM);
  }
  return shape;
}

/** Where streets that are walked meet others, the field jumps; the outline should then run midway. */
function clamp(metres: number, most: number): number {
  return metres < -most ? -most : metres > most ? most : metres;
}

/** Metres from the outside at each point inside, along rows, columns and diagonals (Borgefors 1986): 8 % over at most. */
function depths(field: Float32Array, { columns, rows, spacingM }: IsochroneGrid): Float32Array {
  const depth = field.slice();
  for (let point = 0; point < depth.length; point++) if (depth[point]! > 0) depth[point] = Infinity;
  // The outermost points are outside: the sweeps need not look beyond them.
  const first = columns + 1;
  const last = columns * (rows - 1) - 2;
  for (let point = first; point <= last; point++) {
    if (depth[point]! > 0) deepen(depth, point, -1, columns, spacingM);
  }
  for (let point = last; point >= first; point--) {
    if (depth[point]! > 0) deepen(depth, point, 1, columns, spacingM);
  }
  return depth;
}

/** Goes by the neighbour before (or after) in the row, and the three of the row before (or after). */
function deepen(depth: Float32Array, point: number, side: 1 | -1, columns: number, spacingM: number): void {
  const row = point + side * columns;
  const straight = Math.min(depth[point + side]!, depth[row]!) + spacingM;
  const diagonal = Math.min(depth[row - 1]!, depth[row + 1]!) + DIAGONAL * spacingM;
  const nearest = Math.min(straight, diagonal);
  // Inside is inside, however near the outline is.
  if (nearest < depth[point]!) depth[point] = Math.max(nearest, Number.EPSILON);
}
