import type { Steps } from '../progress.ts';
import { Growing } from './growing.ts';
import { POINTS_PER_STEP, type IsochroneGrid } from './isochrone-grid.ts';
import type { IsochroneGround } from './isochrone-ground.ts';

/** Points worked through between two reports. */
const PER_STEP = 20_000;

/**
 * Takes out of a shape's field what does not hang together with a street: behind a canal along the quay, the frontage
 * would otherwise go on as a sliver on the other side.
 */
export function* dropCutOffSteps(
  field: Float32Array,
  { awayM }: IsochroneGround,
  { columns, spacingM }: IsochroneGrid,
): Steps<void> {
  const kept = new Uint8Array(field.length);
  const waiting = new Growing(Uint32Array);
  const offer = (point: number): void => {
    if (kept[point] || !(field[point]! > 0)) return;
    kept[point] = 1;
    waiting.push(point);
  };
  for (let point = 0, turn = 0; point < field.length; point++) {
    if (point % POINTS_PER_STEP === 0) yield { stage: 'reach', done: point, total: field.length };
    // Of a street that passes, one point or another is within half a diagonal of a cell.
    if (awayM[point]! <= spacingM * Math.SQRT1_2) offer(point);
    while (waiting.length > 0) {
      if (++turn % PER_STEP === 0) yield { stage: 'reach', done: point, total: field.length };
      const at = waiting.pop();
      // The outermost points are outside: every point inside has eight neighbours.
      for (const row of [at - columns, at, at + columns]) {
        offer(row - 1);
        offer(row);
        offer(row + 1);
      }
    }
  }
  for (let point = 0; point < field.length; point++) {
    if (point % POINTS_PER_STEP === 0) yield { stage: 'reach', done: point, total: field.length };
    if (field[point]! > 0 && !kept[point]) field[point] = -field[point]!;
  }
}
