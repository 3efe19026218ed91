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

/** Ground enclosed by what is walked is a hole from this size on, m²: 40 m by 40 m, the smallest that a map shows. */
const LEAST_HOLE_M2 = 1600;

const DIAGONAL = Math.SQRT2;

/**
 * The ground from which one can walk within a limit, as a field over the grid: above 0 inside, and about metres from the
 * outline near it. Grows with the limit at every point, so that the outlines of several limits lie within each other.
 */
export function isochroneShape(ground: IsochroneGround, grid: IsochroneGrid, limitM: number): Float32Array {
  const { awayM, walkM } = ground;
  const { spacingM, marginM: blockM } = grid;
  const frontageM = Math.max(FRONTAGE_M, 1.5 * spacingM);
  const near = new Float32Array(awayM.length);
  for (let point = 0; point < near.length; point++) {
    const away = awayM[point]!;
    const off = away > STREET_M ? away - STREET_M : 0;
    near[point] = clamp(Math.min(blockM - away, limitM - walkM[point]! - off), spacingM);
  }
  const depthM = depths(near, grid);
  const shape = near;
  for (let point = 0; point < near.length; point++) {
    const along = Math.min(frontageM - awayM[point]!, near[point]!);
    const within = Math.min(depthM[point]! - (blockM - frontageM), near[point]!);
    shape[point] = clamp(along > within ? along : within, spacingM);
  }
  fillSmallHoles(shape, grid);
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
  const diagonalM = DIAGONAL * spacingM;
  const sweep = (point: number, step: number): void => {
    if (!(depth[point]! > 0)) return;
    const nearest = Math.min(
      depth[point - step]! + spacingM,
      depth[point - step * columns]! + spacingM,
      depth[point - step * (columns + 1)]! + diagonalM,
      depth[point - step * (columns - 1)]! + diagonalM,
    );
    // Outside is what the field says, however near the outline is.
    if (nearest < depth[point]!) depth[point] = nearest > 0 ? nearest : Number.MIN_VALUE;
  };
  for (let row = 1; row < rows - 1; row++) {
    for (let column = 1; column < columns - 1; column++) sweep(row * columns + column, 1);
  }
  for (let row = rows - 2; row > 0; row--) {
    for (let column = columns - 2; column > 0; column--) sweep(row * columns + column, -1);
  }
  return depth;
}

/** Makes points inside of which so few hang together, by rows and columns, that they enclose no hole worth showing. */
function fillSmallHoles(shape: Float32Array, { columns, spacingM }: IsochroneGrid): void {
  const least = LEAST_HOLE_M2 / (spacingM * spacingM);
  const seen = new Uint8Array(shape.length);
  const steps = [1, -1, columns, -columns];
  // The outermost points are outside, and so are those around: they need no looking at.
  const group = [0];
  seen[0] = 1;
  for (let start = 0; start < shape.length; start++) {
    if (start > 0) {
      if (seen[start] || shape[start]! > 0) continue;
      seen[start] = 1;
      group.length = 1;
      group[0] = start;
    }
    for (let i = 0; i < group.length; i++) {
      for (const step of steps) {
        const point = group[i]! + step;
        if (point < 0 || point >= shape.length || seen[point] || shape[point]! > 0) continue;
        seen[point] = 1;
        group.push(point);
      }
    }
    if (group.length < least) for (const point of group) shape[point] = spacingM;
  }
}
