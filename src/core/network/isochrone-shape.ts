import type { Steps } from '../progress.ts';
import { fillBlocksSteps } from './isochrone-blocks.ts';
import { dropCutOffSteps } from './isochrone-cut-off.ts';
import { POINTS_PER_STEP, type IsochroneGrid } from './isochrone-grid.ts';
import type { IsochroneGround } from './isochrone-ground.ts';

/** Metres that a street and the buildings along it take up to either side: half a street and a house behind a forecourt. */
const FRONTAGE_M = 25;

/** Metres to either side that are still the street itself, not a walk off it. */
const STREET_M = 10;

/**
 * Metres from the nearest street at which the middle of a block counts as part of it, when all streets around are
 * walked. Blocks and courtyards up to 120 m across fill in; beyond a last street, at a river or a field, they do not.
 * Larger blocks fill in where streets lie all around them (`fillBlocksSteps`).
 */
export const BLOCK_M = 60;

/** Metres to either side that a street over water has to itself: a bridge with its railings, a quay. */
const BRIDGE_M = 12;

const DIAGONAL = Math.SQRT2;

/** Numbers for each point of a grid, used again for each limit: a metropolis has six million. */
export class ShapeScratch {
  readonly field: Float32Array;
  readonly depthM: Float32Array;

  constructor({ columns, rows }: IsochroneGrid) {
    this.field = new Float32Array(columns * rows);
    this.depthM = new Float32Array(columns * rows);
  }
}

/**
 * The ground from which one can walk within a limit, as a field over the grid: above 0 inside, and about metres from the
 * outline near it. Grows with the limit at every point, so that the outlines of several limits lie within each other.
 * Water (`isochroneWaterSteps`; null: none is known) is left out but for the streets over it. The field is `scratch`'s own.
 */
export function* isochroneShapeSteps(
  ground: IsochroneGround,
  waterM: Float32Array | null,
  grid: IsochroneGrid,
  limitM: number,
  scratch: ShapeScratch,
): Steps<Float32Array> {
  const { awayM, walkM } = ground;
  const { spacingM, marginM: blockM } = grid;
  const frontageM = Math.max(FRONTAGE_M, 1.5 * spacingM);
  // The outline is off by that much between the grid's points: the last metres of a walk are to be inside.
  const mostM = limitM + spacingM / 4;
  const near = scratch.field;
  for (let point = 0; point < near.length; point++) {
    if (point % POINTS_PER_STEP === 0) yield { stage: 'reach', done: point, total: near.length };
    const away = awayM[point]!;
    near[point] = clamp(Math.min(blockM - away, mostM - walkM[point]! - offStreetM(away)), spacingM);
  }
  const depthM = scratch.depthM;
  yield* fillDepthsSteps(depthM, near, grid);
  const shape = near;
  for (let point = 0; point < near.length; point++) {
    if (point % POINTS_PER_STEP === 0) yield { stage: 'reach', done: point, total: near.length };
    const along = Math.min(frontageM - awayM[point]!, near[point]!);
    const within = Math.min(depthM[point]! - (blockM - frontageM), near[point]!);
    shape[point] = clamp(along > within ? along : within, spacingM);
  }
  yield* fillBlocksSteps(shape, ground, grid, mostM);
  if (!waterM) return shape;
  const bridgeM = Math.max(BRIDGE_M, 1.2 * spacingM);
  for (let point = 0; point < shape.length; point++) {
    if (point % POINTS_PER_STEP === 0) yield { stage: 'reach', done: point, total: shape.length };
    const dry = Math.max(waterM[point]!, bridgeM - awayM[point]!);
    if (dry < shape[point]!) shape[point] = dry < -spacingM ? -spacingM : dry;
  }
  yield* dropCutOffSteps(shape, ground, grid);
  return shape;
}

/** Metres of walking off the street to a point so far from it. */
export function offStreetM(awayM: number): number {
  return awayM > STREET_M ? awayM - STREET_M : 0;
}

/** Where streets that are walked meet others, the field jumps; the outline should then run midway. */
function clamp(metres: number, most: number): number {
  return metres < -most ? -most : metres > most ? most : metres;
}

/** Metres from the outside at each point inside, along rows, columns and diagonals (Borgefors 1986): 8 % over at most. */
function* fillDepthsSteps(
  depth: Float32Array,
  field: Float32Array,
  { columns, rows, spacingM }: IsochroneGrid,
): Steps<void> {
  for (let point = 0; point < depth.length; point++) {
    if (point % POINTS_PER_STEP === 0) yield { stage: 'reach', done: 0, total: 1 };
    depth[point] = field[point]! > 0 ? Infinity : field[point]!;
  }
  // The outermost points are outside: the sweeps need not look beyond them.
  const first = columns + 1;
  const last = columns * (rows - 1) - 2;
  for (let point = first; point <= last; point++) {
    if (point % POINTS_PER_STEP === 0) yield { stage: 'reach', done: point, total: last * 2 };
    if (depth[point]! > 0) deepen(depth, point, -1, columns, spacingM);
  }
  for (let point = last; point >= first; point--) {
    if (point % POINTS_PER_STEP === 0) yield { stage: 'reach', done: last * 2 - point, total: last * 2 };
    if (depth[point]! > 0) deepen(depth, point, 1, columns, spacingM);
  }
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
