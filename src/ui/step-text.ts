import { formField } from '../core/forms/form-fields.ts';
import type { StepName } from '../state/workspace-state.ts';
import { formatNumber } from '../text/numbers.ts';
import type { Texts } from '../text/texts.ts';
import { valueText } from './forms/value-text.ts';
import { columnLabel } from './import/column-label.ts';
import { remedyText } from './inspector/remedy-sentence.ts';

/** Longer values are not told in the name of a step. */
const MOST_SAID = 40;

/** What a step of the history was. */
export function stepText(texts: Texts, name: StepName): string {
  const { workspace, settings, edits, inspector } = texts;
  const { change } = workspace;
  const { step } = edits;
  switch (name.kind) {
    case 'open':
      return change.openFile(name.file);
    case 'remove':
      return change.removeFile(name.file);
    case 'county':
      return change.county(name.file);
    case 'setting':
      return change.setting(settings.name[name.setting]);
    case 'spread-population':
      return change.spreadPopulation;
    case 'set-field':
      return fieldText(texts, name);
    case 'set-column': {
      const field = formField(name.table, name.column);
      const label = columnLabel(texts.imports, name.column);
      return step.column(formatNumber(name.records), edits.table[name.table], label, valueText(texts, field, name.to));
    }
    case 'close-facility':
      return step.close(name.name);
    case 'reopen-facility':
      return step.reopen(name.name);
    case 'delete':
      return name.records === 1
        ? step.remove(name.name)
        : step.removeMany(name.name, formatNumber(name.records), edits.table[name.table]);
    case 'rename':
      return step.rename(name.from, name.to);
    case 'remedy': {
      const self = name.of.kind === 'area' ? name.of.name : inspector.pool.title(name.of.name);
      return remedyText(name.act, self, texts, (id) => name.names[id] ?? id);
    }
    default:
      return change.resetSettings;
  }
}

function fieldText(texts: Texts, { table, name, column, from, to }: StepName & { readonly kind: 'set-field' }): string {
  const field = formField(table, column);
  const label = columnLabel(texts.imports, column);
  const [before, after] = [valueText(texts, field, from), valueText(texts, field, to)];
  if (before.length + after.length > MOST_SAID) return texts.edits.step.fieldLong(name, label);
  const unit = field.unit === null || to === undefined ? '' : texts.edits.unit[field.unit];
  return texts.edits.step.field(name, label, before, after, unit === '' ? '' : ` ${unit}`);
}
