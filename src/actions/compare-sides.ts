import type { ComparisonReport, ComparedSide } from '../analysis/api.ts';
import { planDiff } from '../core/plan/plan-diff.ts';
import { resolveSide, type ComparedSides, type CompareSide } from '../state/compare/compare-side.ts';
import { runJob } from '../state/jobs.ts';
import type { Workspace } from '../state/workspace.ts';

/** Judges both sides and tells what differs, as a job that can be stopped. Rejects with `AnalysisCancelled` where it was. */
export function compareSides(
  { store, analysis, patches }: Workspace,
  sides: ComparedSides,
  controller: AbortController,
): Promise<ComparisonReport> {
  return runJob(store, { kind: 'compare', file: null }, controller, async (job) => {
    await patches.flushed();
    const state = store.getState();
    const requested = (side: CompareSide): ComparedSide => {
      const { plan, standard, asOf } = resolveSide(state, side);
      return { change: plan === state.plan ? [] : planDiff(state.plan, plan), standard, asOf };
    };
    return analysis.compare(
      {
        planVersion: state.planVersion,
        inputs: state.inputs.map(({ input }) => input),
        left: requested(sides.left),
        right: requested(sides.right),
      },
      job,
    );
  });
}
