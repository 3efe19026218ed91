import { formField, type FormTable } from '../core/forms/form-fields.ts';
import { setFields } from '../core/forms/set-fields.ts';
import type { EditRefusal } from '../core/plan/edit-refusal.ts';
import { nameOfRecord } from '../state/name-of-record.ts';
import type { Workspace } from '../state/workspace.ts';
import { commitEdit } from './commit-edit.ts';

export interface FieldInput {
  readonly table: FormTable;
  readonly id: string;
  /** Canonical. */
  readonly column: string;
  /** What is typed, or a value; blank: unknown from now on. */
  readonly cell: unknown;
}

/** States one field of a record anew. Null: done. */
export function setField(workspace: Workspace, { table, id, column, cell }: FieldInput): EditRefusal | null {
  const { plan } = workspace.store.getState();
  const made = setFields(plan, { table, id, cells: { [column]: cell } });
  const { field } = formField(table, column);
  const edit = 'refused' in made ? undefined : made.find((one) => 'field' in one && one.field === field);
  const name = nameOfRecord(plan, table, id);
  return commitEdit(workspace, { kind: 'set-field', table, name, column, from: edit?.from, to: edit?.to }, made);
}
