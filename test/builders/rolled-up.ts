import type { AuditDigest, RollUp } from '../../src/analysis/api.ts';
import { AnalysisEngine } from '../../src/analysis/engine.ts';
import type { Change } from '../../src/core/plan/edit.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { runSteps } from '../../src/core/progress.ts';
import { growUnitForest, type UnitForest } from '../../src/state/unit-forest.ts';
import { nantong } from './standards.ts';

/** A plan audited and rolled up as the page gets to see it. */
export function rollUpPlan(
  plan: Plan,
  asOf = '2026-01-01',
): { readonly digest: AuditDigest; readonly rollUp: RollUp; readonly forest: UnitForest } {
  const engine = new AnalysisEngine('test');
  engine.patch({ base: 0, version: 1, change: arrivalOf(plan), last: true });
  const request = { planVersion: 1, standard: nantong, asOf, inputs: [], inputIssues: [] };
  const digest = runSteps(engine.auditSteps(request));
  const rollUp = engine.rollUp()!;
  return { digest, rollUp, forest: growUnitForest(rollUp, digest)! };
}

function arrivalOf({ areas, facilities, units, settings }: Plan): Change {
  return [
    ...[...areas].map(([id, to]) => ({ table: 'areas' as const, id, from: undefined, to })),
    ...[...facilities].map(([id, to]) => ({ table: 'facilities' as const, id, from: undefined, to })),
    ...[...units].map(([id, to]) => ({ table: 'units' as const, id, from: undefined, to })),
    ...Object.entries(settings).map(
      ([field, to]) => ({ table: 'settings', field, from: undefined, to }) as Change[number],
    ),
  ];
}
