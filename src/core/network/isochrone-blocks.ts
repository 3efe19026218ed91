import type { Steps } from '../progress.ts';
import { Growing } from './growing.ts';
import { POINTS_PER_STEP, type IsochroneGrid } from './isochrone-grid.ts';
import type { IsochroneGround } from './isochrone-ground.ts';
import { offStreetM } from './isochrone-shape.ts';

/** The inside of the largest block that is filled: 200 m by 200 m behind the frontages, a superblock of 250 m by 250 m. */
const MOST_BLOCK_M2 = 40_000;

/** Points worked through between two reports. */
const PER_STEP = 20_000;

const DIAGONAL = Math.SQRT2;

const OUTSIDE = 1;
const SEEN = 2;
const FILLED = 3;

/**
 * Fills the blocks that streets which are walked lie all around, in a shape's field: whoever is inside walks out to one
 * of them. A block stays open where that walk is too long, and whole where a street that is not walked leads into it.
 */
export function* fillBlocksSteps(
  field: Float32Array,
  ground: IsochroneGround,
  grid: IsochroneGrid,
  mostM: number,
): Steps<void> {
  const marks = yield* outsideSteps(field, grid);
  const { columns, spacingM } = grid;
  const most = MOST_BLOCK_M2 / spacingM ** 2;
  for (let point = 0; point < field.length; point++) {
    if (point % PER_STEP === 0) yield { stage: 'reach', done: point, total: field.length };
    if (field[point]! > 0 || marks[point] !== 0) continue;
    const block = blockAt(point, field, marks, columns);
    if (block.length > most || block.some((at) => isBarred(ground, at, mostM))) continue;
    fill(block, field, ground, grid, mostM);
    for (const at of block) marks[at] = FILLED;
  }
  yield* raiseSteps(field, marks, ground, grid, mostM);
}

/**
 * Brings what lies wholly inside up to what is left of the walk there, as in a filled block: with a smaller limit it may
 * have been part of one, and a field must grow with its limit.
 */
function* raiseSteps(
  field: Float32Array,
  marks: Uint8Array,
  { awayM, walkM }: IsochroneGround,
  { columns, spacingM }: IsochroneGrid,
  mostM: number,
): Steps<void> {
  const isIn = (point: number): boolean => field[point]! > 0 || marks[point] === FILLED;
  for (let point = 0; point < field.length; point++) {
    if (point % POINTS_PER_STEP === 0) yield { stage: 'reach', done: point, total: field.length };
    if (!(field[point]! > 0) || field[point]! >= spacingM) continue;
    if (!isIn(point - 1) || !isIn(point + 1) || !isIn(point - columns) || !isIn(point + columns)) continue;
    const left = Math.min(spacingM, mostM - walkM[point]! - offStreetM(awayM[point]!));
    if (left > field[point]!) field[point] = left;
  }
}

/** Marks what hangs together with the grid's edge. Points that touch at corners alone do not: what is inside does. */
function* outsideSteps(field: Float32Array, { columns, rows }: IsochroneGrid): Steps<Uint8Array> {
  const marks = new Uint8Array(field.length);
  const waiting = new Growing(Uint32Array);
  const offer = (point: number): void => {
    if (marks[point] !== 0 || field[point]! > 0) return;
    marks[point] = OUTSIDE;
    waiting.push(point);
  };
  // The outermost points are all outside.
  for (let column = 0; column < columns; column++) {
    offer(column);
    offer((rows - 1) * columns + column);
  }
  for (let row = 0; row < rows; row++) {
    offer(row * columns);
    offer((row + 1) * columns - 1);
  }
  for (let turn = 0; waiting.length > 0; turn++) {
    if (turn % PER_STEP === 0) yield { stage: 'reach', done: 0, total: 1 };
    const point = waiting.pop();
    const column = point % columns;
    if (column > 0) offer(point - 1);
    if (column + 1 < columns) offer(point + 1);
    if (point >= columns) offer(point - columns);
    if (point + columns < field.length) offer(point + columns);
  }
  return marks;
}

/** The points that hang together with one inside a hole; the edge of the grid is not among them. */
function blockAt(start: number, field: Float32Array, marks: Uint8Array, columns: number): number[] {
  const block = [start];
  marks[start] = SEEN;
  for (const point of block) {
    for (const next of [point - 1, point + 1, point - columns, point + columns]) {
      if (marks[next] !== 0 || field[next]! > 0) continue;
      marks[next] = SEEN;
      block.push(next);
    }
  }
  return block;
}

/** Whether a point is beside a street that is not walked, or not so far. */
function isBarred({ awayM, walkM }: IsochroneGround, point: number, mostM: number): boolean {
  return awayM[point]! < Infinity && walkM[point]! >= mostM;
}

/** Walks on from the streets around to each point of a block, by rows, columns and diagonals. */
function fill(
  block: readonly number[],
  field: Float32Array,
  { awayM, walkM }: IsochroneGround,
  { columns, spacingM }: IsochroneGrid,
  mostM: number,
): void {
  const metres = new Map<number, number>();
  const inside = new Set(block);
  const known = (point: number): number =>
    awayM[point]! < Infinity ? walkM[point]! + offStreetM(awayM[point]!) : Infinity;
  for (const point of block) metres.set(point, known(point));
  const at = (point: number): number => (inside.has(point) ? metres.get(point)! : known(point));
  const isDeep = (point: number): boolean => awayM[point] === Infinity;
  /** Nobody squeezes through where two points touch at their corners: with a larger limit they may be of two blocks. */
  const across = (point: number, row: number, column: number): number => {
    const to = point + row + column;
    return isDeep(to) && !isDeep(point + row) && !isDeep(point + column) ? Infinity : at(to);
  };
  const deep = block.filter(isDeep);
  for (let changes = deep.length; changes > 0;) {
    changes = 0;
    for (const point of deep) {
      const straight = Math.min(at(point - 1), at(point + 1), at(point - columns), at(point + columns));
      const diagonal = Math.min(
        across(point, -columns, -1),
        across(point, -columns, 1),
        across(point, columns, -1),
        across(point, columns, 1),
      );
      const found = Math.min(straight + spacingM, diagonal + DIAGONAL * spacingM);
      if (found >= metres.get(point)!) continue;
      metres.set(point, found);
      changes++;
    }
  }
  for (const [point, walked] of metres) {
    const left = Math.max(-spacingM, Math.min(spacingM, mostM - walked));
    if (left > field[point]!) field[point] = left;
  }
}
