import type { PlanDocument } from '../../core/plan/document.ts';
import type { ComparedPlan, ComparedSides, DocumentSource } from './compare-side.ts';

/** The plans that a side can be of without anything being read. */
export interface OfferedPlans {
  /** The baseline and the scenarios of what is open. */
  readonly open: readonly ComparedPlan[];
  /** Of what was read for a side, the same, or the tables. */
  readonly read: readonly ComparedPlan[];
}

export function offeredPlans(document: PlanDocument, { left, right }: ComparedSides): OfferedPlans {
  const open = plansOf({ kind: 'open' }, document);
  const read: ComparedPlan[] = [];
  for (const { of } of [left, right]) {
    const known = [...open, ...read];
    const plans = of.kind === 'files' ? [of] : plansOf(of.from, of.document);
    read.push(...plans.filter((plan) => !known.some((one) => isSamePlan(one, plan))));
  }
  return { open, read };
}

export function isSamePlan(one: ComparedPlan, other: ComparedPlan): boolean {
  if (one.kind === 'files' || other.kind === 'files') {
    return one.kind === 'files' && other.kind === 'files' && one.plan === other.plan;
  }
  return one.document === other.document && one.shown === other.shown;
}

function plansOf(from: DocumentSource, document: PlanDocument): ComparedPlan[] {
  return [null, ...document.scenarios.keys()].map((shown) => ({ kind: 'document', from, document, shown }));
}
