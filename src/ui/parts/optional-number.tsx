import { Group, Input, NumberField } from 'react-aria-components';

export interface NumberProps {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** A figure that may be left blank; committed on Enter or on leaving the field. */
export function OptionalNumber({
  label,
  value,
  unit,
  min,
  max,
  step,
  placeholder,
  onChange,
}: Omit<NumberProps, 'value'> & {
  readonly value: number | null;
  readonly placeholder?: string;
  readonly onChange: (value: number | null) => void;
}) {
  return (
    <NumberField
      aria-label={label}
      value={value ?? NaN}
      minValue={min}
      maxValue={max}
      step={step}
      formatOptions={{ maximumFractionDigits: 3, useGrouping: false }}
      onChange={(next) => onChange(Number.isFinite(next) ? next : null)}
    >
      <Group className="number-input">
        <Input {...(placeholder === undefined ? {} : { placeholder })} />
        <span className="unit">{unit}</span>
      </Group>
    </NumberField>
  );
}
