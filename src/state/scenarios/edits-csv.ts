import Papa from 'papaparse';
import type { Plan } from '../../core/plan/plan.ts';
import type { Texts } from '../../text/texts.ts';
import { actionText } from '../compare/action-text.ts';
import { recordName } from '../compare/record-name.ts';
import { fieldLabel, fieldText } from '../field-text.ts';
import { TABLE_FORMS } from '../gap-table-steps.ts';
import { conflictText } from './conflict-text.ts';
import type { EditRow } from './edit-rows.ts';

/**
 * A scenario's edits as CSV, one a line: what is edited, from what, to what, and the whole in words. Numbers are unrounded and
 * without grouping; what is blank or takes more than a cell is left empty. `plan`: in which things are called by name.
 */
export function editsCsv(rows: readonly EditRow[], plan: Plan, texts: Texts): string {
  const t = texts.scenarios.csv;
  const heads = [t.table, t.id, t.name, t.field, t.from, t.to, t.words, t.conflict];
  const lines = rows.map(({ edit, action, conflict }) => {
    const record = plan[edit.table].get(edit.id) ?? ('field' in edit ? undefined : (edit.to ?? edit.from));
    const cell = (value: unknown): string => ('field' in edit ? cellText(edit.field, value, texts) : '');
    return [
      texts.compare.table[edit.table],
      edit.id,
      (record && recordName(edit.table, record, plan, texts)) ?? '',
      'field' in edit ? fieldLabel(texts, edit.field) : '',
      cell(edit.from),
      cell(edit.to),
      actionText(action, texts, plan),
      conflict === null ? '' : texts.scenarios.leftOut(conflictText(conflict, texts)),
    ];
  });
  return `${Papa.unparse([heads, ...lines], TABLE_FORMS.csv)}${TABLE_FORMS.csv.newline}`;
}

function cellText(field: string, value: unknown, texts: Texts): string {
  if (value === undefined) return '';
  return typeof value === 'number' ? String(value) : (fieldText(texts, field, value) ?? '');
}
