import { isSame } from './is-same.ts';
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
export function applyScenario(baseline: Plan, { edits }: Scenario): { plan: Plan; conflicts: readonly Conflict[] } {
  const applied: ScenarioEdit[] = [];
  const conflicts: Conflict[] = [];
  for (const [key, edit] of edits) {
    const conflict = conflictOf(baseline, key, edit);
    if (conflict) conflicts.push(conflict);
    else applied.push(edit);
  }
  return { plan: applyChange(baseline, applied), conflicts };
}

function conflictOf(baseline: Plan, key: EditKey, edit: ScenarioEdit): Conflict | null {
  const record: object | undefined = baseline[edit.table].get(edit.id);
  if ('field' in edit && record === undefined) return { key, edit, code: 'record_gone', found: undefined };
  const found: unknown = 'field' in edit ? (record as Record<string, unknown>)[edit.field] : record;
  // What the edit is for may have come true meanwhile.
  if (isSame(found, edit.from) || isSame(found, edit.to)) return null;
  const code =
    record === undefined ? 'record_gone' : edit.from === undefined && !('field' in edit) ? 'id_taken' : 'changed_since';
  return { key, edit, code, found };
}
