import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyChange } from '../../../src/core/plan/edit.ts';
import { planDiff } from '../../../src/core/plan/plan-diff.ts';
import { fullPlan } from '../../builders/full-plan.ts';
import { changeOf, throws } from '../../builders/random-change.ts';
import { randomPlan } from '../../builders/random-plan.ts';

it('leads from any plan to any other', () => {
  const any = fc.oneof(randomPlan, fullPlan);
  fc.assert(
    fc.property(any, any, (a, b) => {
      expect(applyChange(a, planDiff(a, b))).toEqual(b);
    }),
    { numRuns: 100 },
  );
});

it('is empty between plans that say the same', () => {
  fc.assert(
    fc.property(fullPlan, (plan) => {
      expect(planDiff(plan, structuredClone(plan))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

it('speaks of what is different alone', () => {
  fc.assert(
    fc.property(randomPlan, throws, (plan, thrown) => {
      const change = changeOf(plan, thrown);
      const diff = planDiff(plan, applyChange(plan, change));
      expect(applyChange(plan, diff)).toEqual(applyChange(plan, change));
      for (const edit of diff) expect(edit.from).not.toEqual(edit.to);
    }),
    { numRuns: 100 },
  );
});
