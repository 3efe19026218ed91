import type { Change, Edit } from '../core/plan/edit.ts';

/** Most edits, and most positions of outlines, in one message: copying it must not hold the page up (about 10 ms). */
const MOST_EDITS = 500;
const MOST_POSITIONS = 20_000;

/** Cuts a change into parts that are each quick to copy to the worker, in order. Never empty: a change of nothing is one part. */
export function sliceChange(change: Change): Change[] {
  const slices: Edit[][] = [[]];
  let positions = 0;
  for (const edit of change) {
    const size = positionsOf(edit);
    let slice = slices.at(-1)!;
    if (slice.length > 0 && (slice.length >= MOST_EDITS || positions + size > MOST_POSITIONS)) {
      slice = [];
      slices.push(slice);
      positions = 0;
    }
    slice.push(edit);
    positions += size;
  }
  return slices;
}

function positionsOf(edit: Edit): number {
  if (edit.table === 'population' || 'field' in edit) return 1;
  let count = 0;
  for (const record of [edit.from, edit.to]) {
    if (record === undefined) continue;
    const geometry = 'geometry' in record ? record.geometry : undefined;
    if (geometry === undefined || geometry.type === 'Point') count += 1;
    else if (geometry.type === 'Polygon') for (const ring of geometry.coordinates) count += ring.length;
    else for (const polygon of geometry.coordinates) for (const ring of polygon) count += ring.length;
  }
  return count;
}
