import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/core/plan/edit.ts';
import type { Area } from '../../src/core/plan/plan.ts';
import { sliceChange } from '../../src/state/slice-change.ts';
import { squareAt } from '../builders/plan-builder.ts';

function edits(count: number, geometry?: Area['geometry']): Edit[] {
  return Array.from({ length: count }, (_, i) => {
    const to: Area = { id: `A${i}`, class: 'built', settlement: 'urban', ...(geometry ? { geometry } : {}) };
    return { table: 'areas', id: to.id, from: undefined, to };
  });
}

describe('slices of a change', () => {
  it('hold every edit once, in order, and are small', () => {
    const change = edits(1234);
    const slices = sliceChange(change);
    expect(slices.flat()).toEqual(change);
    expect(Math.max(...slices.map(({ length }) => length))).toBeLessThanOrEqual(500);
  });

  it('are smaller where outlines are long', () => {
    const square = squareAt(0, 0, 10) as { coordinates: number[][][] };
    const long = {
      type: 'Polygon',
      coordinates: [Array.from({ length: 5000 }, () => square.coordinates[0]![0]!)],
    } as unknown as NonNullable<Area['geometry']>;
    expect(sliceChange(edits(12, long)).map(({ length }) => length)).toEqual([4, 4, 4]);
  });

  it('of nothing is one, so that its version still arrives', () => {
    expect(sliceChange([])).toEqual([[]]);
  });
});
