import type { TableName } from '../../core/plan/edit.ts';
import type { PlanAction } from '../../core/plan/plan-actions.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Settings } from '../../core/plan/settings.ts';
import type { Texts } from '../../text/texts.ts';
import { fieldLabel, fieldText } from '../field-text.ts';
import { fieldActionText, withUnit } from './field-action-text.ts';
import { recordName } from './record-name.ts';
import { settingText } from './setting-text.ts';

/** Fields that tell what something new is. */
const FACTS = [
  'type',
  'status',
  'class',
  'households',
  'elders',
  'floorAreaM2',
  'landAreaM2',
  'beds',
  'serves',
  'pool',
];

/** What happened to one thing of a plan, with values. `plan`: in which the things are called by name. */
export function actionText(action: PlanAction, texts: Texts, plan: Plan): string {
  const { compare, settings } = texts;
  const t = compare.action;
  switch (action.kind) {
    case 'population':
      return t.population;
    case 'setting': {
      const { field, from, to } = action;
      const [left, right] = [from, to].map((value) => settingText(field, value as Settings[keyof Settings], texts));
      return compare.cause.setting(settings.name[field], left!, right!);
    }
    case 'changed': {
      const { table, id } = action;
      const fields = action.fields.map((field) => fieldActionText(field, texts));
      return t.changed(
        compare.table[table],
        nameWithId(action, plan[table].get(id), plan, texts),
        fields.join(texts.gaps.separator),
      );
    }
    default: {
      const named = nameWithId(action, action.record, plan, texts);
      if (action.kind === 'removed') return t.removed(compare.table[action.table], named);
      return t.added(compare.table[action.table], named, factsText(action.record, texts));
    }
  }
}

function nameWithId(
  { table, id }: { readonly table: TableName; readonly id: string },
  record: object | undefined,
  plan: Plan,
  texts: Texts,
): string {
  const name = record === undefined ? null : recordName(table, record, plan, texts);
  return name === null ? id : texts.compare.action.named(name, id);
}

function factsText(record: object, texts: Texts): string {
  const t = texts.compare.action;
  const values = record as Readonly<Record<string, unknown>>;
  const facts = FACTS.flatMap((field) => {
    const text = values[field] === undefined ? null : fieldText(texts, field, values[field]);
    return text === null ? [] : t.fact(fieldLabel(texts, field), withUnit(field, text, texts));
  });
  return facts.length === 0 ? '' : t.facts(facts.join(texts.workspace.clauseSeparator));
}
