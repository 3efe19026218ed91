import type { Change } from '../plan/edit.ts';
import type { EditRefusal } from '../plan/edit-refusal.ts';
import type { Plan } from '../plan/plan.ts';
import { formField, type FormTable } from './form-fields.ts';
import { setFields } from './set-fields.ts';

export interface ColumnInput {
  readonly table: FormTable;
  readonly ids: readonly string[];
  readonly column: string;
  /** Blank or undefined: unknown from now on. */
  readonly cell: unknown;
}

/** What giving one column of many records the same value does. */
export interface ColumnOutcome {
  /** Of all records that it can be made of, as one step. */
  readonly change: Change;
  readonly rows: readonly ColumnRow[];
  readonly refused: readonly { readonly id: string; readonly refusal: EditRefusal }[];
  /** Records that say so already. */
  readonly unchanged: number;
}

export interface ColumnRow {
  readonly id: string;
  /** Undefined: unknown. */
  readonly from: unknown;
  readonly to: unknown;
}

/** Gives one column of many records the same value. Each record is refused by itself, for what `setFields` refuses. */
export function setColumn(plan: Plan, { table, ids, column, cell }: ColumnInput): ColumnOutcome {
  const { field } = formField(table, column);
  const change: Change[number][] = [];
  const rows: ColumnRow[] = [];
  const refused: { id: string; refusal: EditRefusal }[] = [];
  for (const id of new Set(ids)) {
    const made = setFields(plan, { table, id, cells: { [column]: cell } });
    if ('refused' in made) {
      refused.push({ id, refusal: made });
      continue;
    }
    const edit = made.find((one) => 'field' in one && one.field === field);
    if (edit === undefined) continue;
    rows.push({ id, from: edit.from, to: edit.to });
    change.push(...made);
  }
  return { change, rows, refused, unchanged: new Set(ids).size - rows.length - refused.length };
}
