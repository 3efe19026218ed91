import { deepEqual } from './deep-equal.ts';
import { applyChange } from './edit.ts';
import type { Plan } from './plan.ts';
import type { EditKey, Scenario, ScenarioEdit } from './scenario.ts';

/** Why an edit of a scenario no longer applies: its record is gone, or the baseline says something else by now. */
export type ConflictCode = 'record_gone' | 'id_taken' | 'changed_since';

/** An edit of a scenario that no longer applies to its baseline. */
export interface Conflict {
  readonly key: EditKey;
  readonly edit: ScenarioEdit;
  readonly code: ConflictCode;
  /** What the baseline has instead of what the edit came from. */
  readonly found: unknown;
}

/** The plan that a scenario makes of its baseline, and which of its edits had to be left out. */
export function applyScenario(
  baseline: Plan,
  scenario: Scenario,
): { readonly plan: Plan; readonly conflicts: readonly Conflict[] } {
  const conflicts = conflictsOf(baseline, scenario);
  const left = new Set(conflicts.map(({ key }) => key));
  const applied = [...scenario.edits].flatMap(([key, edit]) => (left.has(key) ? [] : [edit]));
  return { plan: applyChange(baseline, applied), conflicts };
}

/** The edits of a scenario that no longer apply to its baseline. */
export function conflictsOf(baseline: Plan, { edits }: Scenario): readonly Conflict[] {
  return [...edits].flatMap(([key, edit]) => conflictOf(baseline, key, edit) ?? []);
}

function conflictOf(baseline: Plan, key: EditKey, edit: ScenarioEdit): Conflict | null {
  if (!isOutdated(baseline, edit)) return null;
  const found = foundFor(baseline, edit);
  const gone = !baseline[edit.table].has(edit.id);
  // What the edit is for may have come true meanwhile.
  if (!(gone && 'field' in edit) && deepEqual(found, edit.to)) return null;
  const code = gone ? 'record_gone' : edit.from === undefined && !('field' in edit) ? 'id_taken' : 'changed_since';
  return { key, edit, code, found };
}

/** Whether the baseline has something else, by now, than an edit came from. */
export function isOutdated(baseline: Plan, edit: ScenarioEdit): boolean {
  if ('field' in edit && !baseline[edit.table].has(edit.id)) return true;
  return !deepEqual(foundFor(baseline, edit), edit.from);
}

/** What the baseline has of what an edit is about. */
function foundFor(baseline: Plan, edit: ScenarioEdit): unknown {
  const record: object | undefined = baseline[edit.table].get(edit.id);
  return 'field' in edit ? (record as Record<string, unknown> | undefined)?.[edit.field] : record;
}
