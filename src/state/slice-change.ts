import type { DocumentChange } from '../core/plan/document.ts';
import type { Change, Edit } from '../core/plan/edit.ts';

/** Most edits, and most positions of outlines, in one message: copying it must not hold the page up (about 10 ms). */
const MOST_EDITS = 500;
const MOST_POSITIONS = 20_000;

/** Cuts a change into parts that are each quick to copy to the worker, in order. Never empty: a change of nothing is one part. */
export function sliceChange(change: Change): Change[] {
  return slice(change, positionsOf);
}

/** The same for a change of a document, which is written to the device in parts. */
export function sliceDocumentChange(change: DocumentChange): DocumentChange[] {
  return slice(change, (one) => {
    if (one.of === 'baseline') return positionsOf(one.edit);
    if (one.of !== 'scenario') return 1;
    return (one.from ? positionsOf(one.from) : 0) + (one.to ? positionsOf(one.to) : 0);
  });
}

function slice<T>(all: readonly T[], sizeOf: (one: T) => number): T[][] {
  const slices: T[][] = [[]];
  let positions = 0;
  for (const one of all) {
    const size = sizeOf(one);
    let last = slices.at(-1)!;
    if (last.length > 0 && (last.length >= MOST_EDITS || positions + size > MOST_POSITIONS)) {
      last = [];
      slices.push(last);
      positions = 0;
    }
    last.push(one);
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
