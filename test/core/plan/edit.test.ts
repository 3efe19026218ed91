import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, inverse, type Change } from '../../../src/core/plan/edit.ts';
import { EMPTY_PLAN, type Plan } from '../../../src/core/plan/plan.ts';
import { PlanBuilder } from '../../builders/plan-builder.ts';
import { randomPlan } from '../../builders/random-plan.ts';

const plan = new PlanBuilder().area('A', { households: 100 }).facility('f', { floorAreaM2: 50 }).build();

/** The change that brings a whole plan in, as an import does. */
function arrival({ areas, facilities, settings }: Plan): Change {
  return [
    ...[...areas].map(([id, to]) => ({ table: 'areas' as const, id, from: undefined, to })),
    ...[...facilities].map(([id, to]) => ({ table: 'facilities' as const, id, from: undefined, to })),
    ...Object.entries(settings).map(
      ([field, to]) => ({ table: 'settings', field, from: undefined, to }) as unknown as Change[number],
    ),
  ];
}

describe('a change', () => {
  it('leaves the plan before it as it was, and shares what it does not touch', () => {
    const next = applyChange(plan, [{ table: 'areas', id: 'A', field: 'households', from: 100, to: 120 }]);
    expect(plan.areas.get('A')!.households).toBe(100);
    expect(next.areas.get('A')!.households).toBe(120);
    expect(next.facilities).toBe(plan.facilities);
  });

  it('takes a figure off when it becomes unknown: absent, not undefined', () => {
    const next = applyChange(plan, [{ table: 'areas', id: 'A', field: 'households', from: 100, to: undefined }]);
    expect(Object.hasOwn(next.areas.get('A')!, 'households')).toBe(false);
  });

  it('refuses to change a record that is not there', () => {
    expect(() => applyChange(plan, [{ table: 'areas', id: 'Z', field: 'households', from: 1, to: 2 }])).toThrow(
      /expected the record to exist/,
    );
  });

  it('undone gives the identical plan, whatever it was', () => {
    fc.assert(
      fc.property(randomPlan, (coming) => {
        const change = arrival(coming);
        const after = applyChange(EMPTY_PLAN, change);
        expect(after.areas).toEqual(coming.areas);
        expect(applyChange(after, inverse(change))).toEqual(EMPTY_PLAN);
        expect(applyChange(applyChange(after, inverse(change)), change)).toEqual(after);
      }),
      { numRuns: 100 },
    );
  });
});
