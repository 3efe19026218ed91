import { describe, expect, it } from 'vitest';
import { AREA_CHECKS } from '../../../src/core/checks/result.ts';
import { DIFFERENCE_KINDS } from '../../../src/core/compare/comparison.ts';
import { countKinds, EVERY_DIFFERENCE, listDifferences } from '../../../src/state/compare/difference-list.ts';
import { compareSides, judgedSide, toldRows } from '../../builders/judged-sides.ts';
import { PlanBuilder, pointAt, squareAt } from '../../builders/plan-builder.ts';

const town = (households: readonly (number | undefined)[]) =>
  households.reduce<PlanBuilder>(
    (builder, count, i) =>
      builder.area(`A${i}`, {
        ...(count === undefined ? {} : { households: count }),
        geometry: squareAt(3000 * i, 0, 100),
      }),
    new PlanBuilder().facility('F', { floorAreaM2: 100, geometry: pointAt(50, 50) }),
  );
const comparison = compareSides(
  judgedSide(town([100, 400, 900, 50]).build()),
  judgedSide(town([900, 100, undefined, 60]).build()),
);
const { rows } = comparison;
const told = toldRows(comparison);

function listed(more: Partial<typeof EVERY_DIFFERENCE>) {
  return Array.from(listDifferences(rows, { ...EVERY_DIFFERENCE, ...more }), (r) => told[r]!);
}

describe('the list of differences', () => {
  it('is in order of areas, all of it, until something else is asked for', () => {
    expect(listed({})).toEqual(told);
  });

  it('shows one check or one kind, as many as are counted', () => {
    for (const check of AREA_CHECKS) {
      const counts = countKinds(rows, check);
      for (const kind of DIFFERENCE_KINDS) {
        const shown = listed({ check, kind });
        expect(shown.every((row) => row.check === check && row.kind === kind)).toBe(true);
        expect(shown).toHaveLength(counts[kind]);
      }
    }
  });

  it('brings the largest increase or decrease first, and the unknown last', () => {
    const increases = listed({ check: 'floor_area', order: 'most' }).map(({ delta }) => delta);
    expect(increases).toEqual([80, 2, -60, NaN]);
    const decreases = listed({ check: 'floor_area', order: 'least' }).map(({ delta }) => delta);
    expect(decreases).toEqual([-60, 2, 80, NaN]);
  });
});
