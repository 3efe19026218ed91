import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, inverse } from '../../../src/core/plan/edit.ts';
import { planDiff } from '../../../src/core/plan/plan-diff.ts';
import { fullPlan } from '../../builders/full-plan.ts';
import { PlanBuilder, metresAway, pointAt } from '../../builders/plan-builder.ts';
import { randomPlan } from '../../builders/random-plan.ts';

const before = new PlanBuilder()
  .area('A', { households: 100, pool: 'P' })
  .facility('kept', { floorAreaM2: 300, geometry: pointAt(10) })
  .facility('gone')
  .set({ land_binds: true })
  .cells([0, 0, 5]);

describe('planDiff', () => {
  it('tells fields apart where the record is on both sides, and whole records where it is on one', () => {
    const plan = before.build();
    const after = new PlanBuilder()
      .area('A', { households: 100 })
      .facility('kept', { floorAreaM2: 600, geometry: pointAt(10) })
      .facility('new')
      .cells([0, 0, 5])
      .build();
    expect(planDiff(plan, after)).toEqual([
      { table: 'areas', id: 'A', field: 'pool', from: 'P', to: undefined },
      { table: 'facilities', id: 'gone', from: plan.facilities.get('gone'), to: undefined },
      { table: 'facilities', id: 'kept', field: 'floorAreaM2', from: 300, to: 600 },
      { table: 'facilities', id: 'new', from: undefined, to: after.facilities.get('new') },
      { table: 'settings', field: 'land_binds', from: true, to: undefined },
    ]);
  });

  it('finds another population by its cells, not by its arrays', () => {
    const plan = before.build();
    const copied = { ...plan, population: structuredClone(plan.population) };
    expect(planDiff(plan, copied)).toEqual([]);
    const other = new PlanBuilder().cells([0, 0, 6]).build().population;
    expect(planDiff(plan, { ...plan, population: other })).toEqual([
      { table: 'population', from: plan.population, to: other },
    ]);
  });

  it('covers what is drawn and assumed as well', () => {
    const plan = before.build();
    const line = [metresAway(0), metresAway(50)];
    const streetEdits = new Map([['e', { id: 'e', kind: 'barrier', cause: 'wall', line } as const]]);
    const growth = new Map([['all', { id: 'all', elders: 0.03 }]]);
    const after = { ...plan, streetEdits, growth };
    expect(planDiff(plan, after).map(({ table }) => table)).toEqual(['streetEdits', 'growth']);
    expect(applyChange(plan, planDiff(plan, after))).toEqual(after);
  });

  it('makes any plan any other, says nothing of what is equal, and leads back', () => {
    const plans = fc.oneof(randomPlan, fullPlan);
    fc.assert(
      fc.property(plans, plans, (a, b) => {
        const change = planDiff(a, b);
        expect(applyChange(a, change)).toEqual(b);
        expect(applyChange(b, inverse(change))).toEqual(a);
        expect(planDiff(applyChange(a, change), structuredClone(b))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
