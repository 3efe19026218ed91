import type { Plan } from '../../core/plan/plan.ts';
import type { ScenarioEdit } from '../../core/plan/scenario.ts';
import { columnOfField } from '../../state/column-of-field.ts';
import type { Texts } from '../../text/texts.ts';
import { columnLabel } from '../import/column-label.ts';

/** What an edit is about: the record's name and the column. */
export function editText({ imports }: Texts, plan: Plan, edit: ScenarioEdit): string {
  const record = plan[edit.table].get(edit.id) ?? edit.to ?? edit.from;
  const named = typeof record === 'object' && 'name' in record && typeof record.name === 'string' ? record.name : '';
  const name = named === '' ? edit.id : named;
  return 'field' in edit ? `${name} · ${columnLabel(imports, columnOfField(edit.field))}` : name;
}
