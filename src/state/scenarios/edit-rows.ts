import { conflictsOf, type Conflict } from '../../core/plan/apply-scenario.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { planActions, type PlanAction } from '../../core/plan/plan-actions.ts';
import type { EditKey, Scenario, ScenarioEdit } from '../../core/plan/scenario.ts';

/** One edit of a scenario, as a list shows it. */
export interface EditRow {
  readonly key: EditKey;
  readonly edit: ScenarioEdit;
  readonly action: PlanAction;
  /** Null: it applies. */
  readonly conflict: Conflict | null;
}

/** What a scenario does to its baseline, in the order in which it came to be. */
export function editRows(baseline: Plan, scenario: Scenario): EditRow[] {
  const conflicts = new Map(conflictsOf(baseline, scenario).map((conflict) => [conflict.key, conflict]));
  return [...scenario.edits].map(([key, edit]) => ({
    key,
    edit,
    action: planActions([edit])[0]!,
    conflict: conflicts.get(key) ?? null,
  }));
}
