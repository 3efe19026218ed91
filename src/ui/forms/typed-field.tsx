import { useState } from 'react';
import { FieldError, Group, Input, Label, TextField } from 'react-aria-components';
import type { FieldKind } from '../../core/forms/form-fields.ts';
import { useTexts } from '../workspace-context.tsx';
import { ClearButton } from './clear-button.tsx';

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
  const leave = (): void => {
    if (draft !== null) commit(draft);
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
          type="text"
          inputMode={isFigure ? 'decimal' : 'text'}
          placeholder={placeholder ?? t.unknown}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key === 'Enter') leave();
            if (event.key !== 'Escape') return;
            setDraft(null);
            setFault(null);
          }}
        />
        {unit === '' ? null : <span className="unit">{unit}</span>}
        {clearable && value !== '' ? (
          <ClearButton
            label={label}
            onPress={() => {
              setDraft(null);
              setFault(onCommit(''));
            }}
          />
        ) : null}
      </Group>
      <FieldError className="form-fault">{fault}</FieldError>
    </TextField>
  );
}
