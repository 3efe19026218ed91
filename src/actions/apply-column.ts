import type { ColumnOutcome } from '../core/forms/set-column.ts';
import type { FormTable } from '../core/forms/form-fields.ts';
import type { Workspace } from '../state/workspace.ts';
import { commitEdit } from './commit-edit.ts';

/** Makes what was previewed of the plan as it is, in one step. */
export function applyColumn(workspace: Workspace, table: FormTable, column: string, outcome: ColumnOutcome): void {
  const { change, rows } = outcome;
  commitEdit(workspace, { kind: 'set-column', table, column, to: rows[0]?.to, records: rows.length }, change);
}
