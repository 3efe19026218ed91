import type { FieldAction, PlanAction } from '../../core/plan/plan-actions.ts';
import type { Settings } from '../../core/plan/settings.ts';
import type { Texts } from '../../text/texts.ts';
import { fieldLabel, fieldText } from '../field-text.ts';
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

/** What happened to one thing of a plan, with values. `nameOf`: of a record that changed. */
export function actionText(
  action: PlanAction,
  texts: Texts,
  nameOf: (action: Extract<PlanAction, { readonly kind: 'changed' }>) => string | undefined,
): string {
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
      const fields = action.fields.map((field) => fieldActionText(field, texts));
      const named = nameWithId(nameOf(action), action.id, texts);
      return t.changed(compare.table[action.table], named, fields.join(texts.gaps.separator));
    }
    default: {
      const { name } = action.record as { readonly name?: string };
      const named = nameWithId(name, action.id, texts);
      if (action.kind === 'removed') return t.removed(compare.table[action.table], named);
      return t.added(compare.table[action.table], named, factsText(action.record, texts));
    }
  }
}

function nameWithId(name: string | undefined, id: string, { compare }: Texts): string {
  return name === undefined ? id : compare.action.named(name, id);
}

function fieldActionText({ field, from, to }: FieldAction, texts: Texts): string {
  const t = texts.compare.action;
  const [left, right] = [from, to].map((value) => (value === undefined ? t.blank : fieldText(texts, field, value)));
  if (left === null || right === null) return t.replaced(fieldLabel(texts, field));
  return t.field(fieldLabel(texts, field), left!, withUnit(field, right!, texts));
}

function withUnit(field: string, text: string, { checks }: Texts): string {
  return field.endsWith('M2') ? `${text} ${checks.unit.m2}` : text;
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
