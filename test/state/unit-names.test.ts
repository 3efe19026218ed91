import { describe, expect, it } from 'vitest';
import { unitNamesOf } from '../../src/state/unit-names.ts';
import { PlanBuilder, squareAt } from '../builders/plan-builder.ts';
import { rollUpPlan } from '../builders/rolled-up.ts';

describe('the units an area lies in', () => {
  it('are those its columns say, and by place where they say nothing', () => {
    const plan = new PlanBuilder()
      .unit('county', 'X')
      .unit('community', 'X/K', { geometry: squareAt(0, 0, 500) })
      .area('A', { geometry: squareAt(100, 100, 50) })
      .area('B', { county: '某区' })
      .build();
    const { digest } = rollUpPlan(plan);
    expect(unitNamesOf(digest, plan.areas.get('A')!)).toEqual(['X', 'K']);
    expect(unitNamesOf(digest, plan.areas.get('B')!)).toEqual(['某区']);
    expect(unitNamesOf(null, plan.areas.get('A')!)).toEqual([]);
  });
});
