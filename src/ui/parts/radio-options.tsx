import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';

/** One of a few, each with what it means. */
export function RadioOptions<K extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: K | null;
  readonly options: readonly { readonly id: K; readonly text: string; readonly help?: string }[];
  readonly onChange: (value: K) => void;
}) {
  return (
    <RadioGroup className="import-options" value={value} onChange={(next) => onChange(next as K)}>
      <Label>{label}</Label>
      {options.map(({ id, text, help }) => (
        <RadioField key={id} value={id}>
          <RadioButton className="import-option">
            <span className="radio-mark" aria-hidden="true" />
            <span>
              {text}
              {help === undefined ? null : <span className="muted">{help}</span>}
            </span>
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
}
