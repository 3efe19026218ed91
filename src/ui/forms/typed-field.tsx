import { useState } from 'react';
import { Button, FieldError, Group, Input, Label, TextField } from 'react-aria-components';
import type { FieldKind } from '../../core/forms/form-fields.ts';
import { Icon } from '../parts/icon.tsx';
import { useTexts } from '../workspace-context.tsx';

/** What a refused day is called before it is one. */
const HALF_A_DAY = 'date_invalid';

/**
 * A field that is typed into: committed on Enter or on leaving it, taken back with Escape. What is refused stays as it was
 * typed, with why. Unknown is blank and says so; a button makes it unknown.
 */
export function TypedField({
  label,
  kind,
  unit = '',
  value,
  clearable = true,
  labelHidden = false,
  placeholder,
  onCommit,
}: {
  readonly label: string;
  readonly kind: FieldKind;
  readonly unit?: string;
  /** As it is typed; empty: unknown. */
  readonly value: string;
  readonly clearable?: boolean;
  readonly labelHidden?: boolean;
  readonly placeholder?: string;
  /** Says why it is refused; null: done. */
  readonly onCommit: (text: string) => string | null;
}) {
  const { edits: t } = useTexts();
  /** Null: nothing is being typed. */
  const [draft, setDraft] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const commit = (text: string): void => {
    const refused = text === value ? null : onCommit(text);
    setFault(refused);
    if (refused === null) setDraft(null);
  };
  const leave = (input: HTMLInputElement): void => {
    // A day that is filled in by half reads as blank, which would mean unknown.
    if (input.validity.badInput) setFault(t.refusal[HALF_A_DAY]({ column: label, found: '', expected: '' }));
    else if (draft !== null) commit(draft);
  };
  const isFigure = kind === 'amount' || kind === 'count';
  return (
    <TextField
      className="form-field"
      data-kind={kind}
      value={draft ?? value}
      isInvalid={fault !== null}
      validationBehavior="aria"
      onChange={setDraft}
      {...(labelHidden ? { 'aria-label': label } : {})}
    >
      {labelHidden ? null : <Label>{label}</Label>}
      <Group className="form-input">
        <Input
          type={kind === 'day' ? 'date' : 'text'}
          inputMode={isFigure ? 'decimal' : 'text'}
          placeholder={placeholder ?? t.unknown}
          onBlur={(event) => leave(event.currentTarget)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') leave(event.currentTarget);
            if (event.key !== 'Escape') return;
            setDraft(null);
            setFault(null);
          }}
        />
        {unit === '' ? null : <span className="unit">{unit}</span>}
        {clearable && value !== '' ? (
          <Button
            className="button quiet icon clear-field"
            aria-label={t.clear(label)}
            onPress={() => {
              setDraft(null);
              setFault(onCommit(''));
            }}
          >
            <Icon name="close" size={12} />
          </Button>
        ) : null}
      </Group>
      <FieldError className="form-fault">{fault}</FieldError>
    </TextField>
  );
}
