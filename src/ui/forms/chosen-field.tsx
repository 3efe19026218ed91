import { cellText } from '../../core/import/read-cell.ts';
import type { FormField } from '../../core/forms/form-fields.ts';
import { Choice } from '../parts/choice.tsx';
import { useTexts } from '../workspace-context.tsx';
import { valueText } from './value-text.ts';

/** Stands for unknown among options that are texts. */
export const UNKNOWN = '';

/** A value out of a closed list, or yes and no; unknown among them where it may be. */
export function ChosenField({
  field,
  label,
  value,
  onCommit,
}: {
  readonly field: FormField;
  readonly label: string;
  readonly value: unknown;
  /** What was chosen, as a table has it; empty: unknown. */
  readonly onCommit: (text: string) => void;
}) {
  const texts = useTexts();
  const values = field.kind === 'flag' ? [true, false] : (field.words?.values ?? []);
  return (
    <div className="form-field" data-kind={field.kind}>
      <Choice
        label={label}
        value={value === undefined ? UNKNOWN : cellText(value)}
        options={[
          ...values.map((one) => ({ id: String(one), text: valueText(texts, field, one) })),
          ...(field.required ? [] : [{ id: UNKNOWN, text: texts.edits.unknown }]),
        ]}
        onChange={onCommit}
      />
    </div>
  );
}
