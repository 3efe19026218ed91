import type { FieldEdit, RecordEdit } from './edit.ts';

export type ScenarioId = string;

/** An edit of a record or of one of its fields: what a scenario is made of. */
export type ScenarioEdit = RecordEdit | FieldEdit;

/** Names what an edit changes: `[table, id]` or `[table, id, field]` as JSON. */
export type EditKey = string;

/**
 * What would be done to the baseline (现状): one edit for each record or field that is to be different, in any order. A record
 * that comes, goes or is replaced as a whole has no edits of its fields beside it.
 */
export interface Scenario {
  readonly id: ScenarioId;
  readonly name: string;
  /** In the person's words: what it is for. */
  readonly note: string;
  readonly edits: ReadonlyMap<EditKey, ScenarioEdit>;
}

export function editKey(edit: ScenarioEdit): EditKey {
  return 'field' in edit ? JSON.stringify([edit.table, edit.id, edit.field]) : recordKey(edit);
}

/** Names the record that an edit changes, or changes a field of. */
export function recordKey({ table, id }: Pick<ScenarioEdit, 'table' | 'id'>): EditKey {
  return JSON.stringify([table, id]);
}

/** A scenario that must exist. */
export function scenarioOf(
  { scenarios }: { readonly scenarios: ReadonlyMap<ScenarioId, Scenario> },
  id: ScenarioId,
): Scenario {
  const scenario = scenarios.get(id);
  if (!scenario) throw new Error(`scenario ${id}: expected it to exist`);
  return scenario;
}
