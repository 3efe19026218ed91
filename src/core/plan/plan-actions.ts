import type { Change, Edit, TableName } from './edit.ts';
import { changedFields } from './plan-diff.ts';
import type { PopulationGrid } from './plan.ts';
import type { Settings } from './settings.ts';

/** One field that became another. */
export interface FieldAction {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** What happened to one thing of a plan: a record came, went or changed in some fields; a setting; the population. */
export type PlanAction =
  | { readonly kind: 'added' | 'removed'; readonly table: TableName; readonly id: string; readonly record: object }
  | {
      readonly kind: 'changed';
      readonly table: TableName;
      readonly id: string;
      readonly fields: readonly FieldAction[];
    }
  | ({ readonly kind: 'setting' } & FieldAction & { readonly field: keyof Settings })
  | { readonly kind: 'population'; readonly from: PopulationGrid | null; readonly to: PopulationGrid | null };

/** A change as actions, a record's fields together, in the order in which each record is first met with. */
export function planActions(change: Change): PlanAction[] {
  const actions: PlanAction[] = [];
  const fieldsOf = new Map<string, FieldAction[]>();
  for (const edit of change) {
    if (!isOfField(edit)) {
      actions.push(wholeAction(edit));
      continue;
    }
    const { table, id, field, from, to } = edit;
    const key = `${table} ${id}`;
    const fields = fieldsOf.get(key) ?? [];
    fields.push({ field, from, to });
    if (fields.length > 1) continue;
    fieldsOf.set(key, fields);
    actions.push({ kind: 'changed', table, id, fields });
  }
  return actions;
}

type FieldEditOf = Extract<Edit, { readonly field: string; readonly id: string }>;

function isOfField(edit: Edit): edit is FieldEditOf {
  return 'field' in edit && 'id' in edit;
}

function wholeAction(edit: Exclude<Edit, FieldEditOf>): PlanAction {
  if (edit.table === 'population') return { kind: 'population', from: edit.from, to: edit.to };
  if (edit.table === 'settings') return { kind: 'setting', field: edit.field, from: edit.from, to: edit.to };
  const { table, id, from, to } = edit;
  if (from !== undefined && to !== undefined) return { kind: 'changed', table, id, fields: changedFields(from, to) };
  return to === undefined
    ? { kind: 'removed', table, id, record: from ?? {} }
    : { kind: 'added', table, id, record: to };
}
