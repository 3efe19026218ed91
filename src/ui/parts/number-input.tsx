import { Input, NumberField, Group } from 'react-aria-components';

/** A figure with its unit; committed on Enter or on leaving the field. */
export function NumberInput({
  label,
  value,
  unit,
  min,
  max,
  step,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}) {
  return (
    <NumberField
      aria-label={label}
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      formatOptions={{ maximumFractionDigits: 3, useGrouping: false }}
      onChange={(next) => {
        if (Number.isFinite(next)) onChange(next);
      }}
    >
      <Group className="number-input">
        <Input />
        <span className="unit">{unit}</span>
      </Group>
    </NumberField>
  );
}
