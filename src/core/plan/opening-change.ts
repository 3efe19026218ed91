import type { DocumentChange, PlanDocument } from './document.ts';
import { planDiff } from './plan-diff.ts';
import { EMPTY_PLAN } from './plan.ts';

/** The change that leads from an empty document to this one. */
export function openingChange({ baseline, scenarios, shown }: PlanDocument): DocumentChange {
  return [
    ...planDiff(EMPTY_PLAN, baseline).map((edit) => ({ of: 'baseline' as const, edit })),
    ...[...scenarios].map(([scenario, to]) => ({ of: 'scenarios' as const, scenario, from: undefined, to })),
    ...(shown === null ? [] : [{ of: 'shown' as const, from: null, to: shown }]),
  ];
}
