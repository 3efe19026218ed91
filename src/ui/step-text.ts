import { formField } from '../core/forms/form-fields.ts';
import { valueText } from './forms/value-text.ts';
import { columnLabel } from './import/column-label.ts';
import { remedyText } from './inspector/remedy-sentence.ts';
import { mapStepText } from './map-tools/map-step-text.ts';
import { outlookStepText } from '../state/outlook-step-text.ts';
import { fieldLabel } from '../state/field-text.ts';
import type { StepName } from '../state/step-name.ts';
import { nameOfStreetEdit } from '../text/name-of-street-edit.ts';
import { formatDateTime, formatNumber } from '../text/numbers.ts';
import type { Texts } from '../text/texts.ts';

type Kind = StepName['kind'];
type Named<K extends Kind> = Extract<StepName, { kind: K }>;

/** Longer values are not told in the name of a step. */
const MOST_SAID = 40;

const SENTENCES: { readonly [K in Kind]: (texts: Texts, name: Named<K>) => string } = {
  open: ({ workspace: { change } }, { file }) => change.openFile(file),
  'open-project': ({ workspace: { change } }, { file }) => change.openProject(file),
  remove: ({ workspace: { change } }, { file }) => change.removeFile(file),
  county: ({ workspace: { change } }, { file }) => change.county(file),
  setting: ({ workspace: { change }, settings }, { setting }) => change.setting(settings.name[setting]),
  'spread-population': ({ workspace: { change } }) => change.spreadPopulation,
  'reset-settings': ({ workspace: { change } }) => change.resetSettings,
  'create-scenario': ({ workspace: { change } }, { scenario }) => change.createScenario(scenario),
  'copy-scenario': ({ workspace: { change } }, { scenario }) => change.copyScenario(scenario),
  'describe-scenario': ({ workspace: { change } }, { scenario }) => change.describeScenario(scenario),
  'delete-scenario': ({ workspace: { change } }, { scenario }) => change.deleteScenario(scenario),
  'show-scenario': ({ workspace: { change } }, { scenario }) => change.showScenario(scenario),
  'adopt-scenario': ({ workspace: { change } }, { scenario }) => change.adoptScenario(scenario),
  'show-baseline': ({ workspace: { change } }) => change.showBaseline,
  'resolve-conflict': ({ workspace: { change } }) => change.resolveConflict,
  'withdraw-edit': (texts, { table, name, field }) => {
    const of = field === null ? texts.compare.table[table] : fieldLabel(texts, field);
    return texts.workspace.change.withdrawEdit(name, of);
  },
  add: mapStepText,
  move: mapStepText,
  reshape: mapStepText,
  growth: (texts, name) => outlookStepText(name, texts),
  housing: (texts, name) => outlookStepText(name, texts),
  'housing-removed': (texts, name) => outlookStepText(name, texts),
  measure: (texts, name) => outlookStepText(name, texts),
  pool: ({ pools }, { pool }) => pools.step.pool(pool),
  'dissolve-pool': ({ pools }, { pool }) => pools.step.dissolve(pool),
  'suggested-pools': ({ pools }, { count }) => pools.step.suggested(formatNumber(count)),
  'leave-pool': ({ pools }, { pool, area }) => pools.step.leave(area, pool),
  'set-field': fieldText,
  'set-column': columnText,
  'close-facility': ({ edits }, { name }) => edits.step.close(name),
  'reopen-facility': ({ edits }, { name }) => edits.step.reopen(name),
  delete: ({ edits }, { name, records, table }) =>
    records === 1 ? edits.step.remove(name) : edits.step.removeMany(name, formatNumber(records), edits.table[table]),
  rename: ({ edits }, { from, to }) => edits.step.rename(from, to),
  remedy: (texts, { act, of, names }) => {
    const self = of.kind === 'area' ? of.name : texts.inspector.pool.title(of.name);
    return remedyText(act, self, texts, (id) => names[id] ?? id);
  },
  'add-street-edit': (texts, { edit }) => texts.streetEdits.step.add(nameOfStreetEdit(texts, edit)),
  'remove-street-edit': (texts, { edit }) => texts.streetEdits.step.remove(nameOfStreetEdit(texts, edit)),
  'change-street-edit': (texts, { edit }) => texts.streetEdits.step.change(nameOfStreetEdit(texts, edit)),
  restore: ({ workspace: { change } }, { at }) => change.restore(formatDateTime(at)),
};

/** What a step was, in words. */
export function stepText(texts: Texts, name: StepName): string {
  return SENTENCES[name.kind](texts, name as never);
}

function columnText(texts: Texts, { table, column, to, records }: Named<'set-column'>): string {
  const field = formField(table, column);
  const { edits, imports } = texts;
  const value = valueText(texts, field, to);
  return edits.step.column(formatNumber(records), edits.table[table], columnLabel(imports, column), value);
}

function fieldText(texts: Texts, { table, name, column, from, to }: Named<'set-field'>): string {
  const field = formField(table, column);
  const label = columnLabel(texts.imports, column);
  const [before, after] = [valueText(texts, field, from), valueText(texts, field, to)];
  if (before.length + after.length > MOST_SAID) return texts.edits.step.fieldLong(name, label);
  const unit = field.unit === null || to === undefined ? '' : texts.edits.unit[field.unit];
  return texts.edits.step.field(name, label, before, after, unit === '' ? '' : ` ${unit}`);
}
