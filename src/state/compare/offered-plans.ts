import type { ComparedPlan, ComparedSides } from './compare-side.ts';

/** The plans that a side can be of: the shown one, and those that a side is of already. */
export function offeredPlans({ left, right }: ComparedSides): ComparedPlan[] {
  const plans: ComparedPlan[] = [{ kind: 'current' }];
  for (const { of } of [left, right]) if (!plans.some((one) => isSamePlan(one, of))) plans.push(of);
  return plans;
}

export function isSamePlan(one: ComparedPlan, other: ComparedPlan): boolean {
  return one.kind === 'current' || other.kind === 'current' ? one.kind === other.kind : one.plan === other.plan;
}
