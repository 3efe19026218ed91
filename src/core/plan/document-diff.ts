import type { DocumentChange, PlanDocument } from './document.ts';
import { planDiff } from './plan-diff.ts';

/** The change that leads from one document to another. */
export function documentDiff(from: PlanDocument, to: PlanDocument): DocumentChange {
  const ids = new Set([...from.scenarios.keys(), ...to.scenarios.keys()]);
  return [
    ...planDiff(from.baseline, to.baseline).map((edit) => ({ of: 'baseline' as const, edit })),
    ...[...ids].flatMap((scenario) => {
      const [was, is] = [from.scenarios.get(scenario), to.scenarios.get(scenario)];
      return was === is ? [] : [{ of: 'scenarios' as const, scenario, from: was, to: is }];
    }),
    ...(from.shown === to.shown ? [] : [{ of: 'shown' as const, from: from.shown, to: to.shown }]),
  ];
}
