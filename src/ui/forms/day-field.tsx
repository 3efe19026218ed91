import { useState } from 'react';
import { OptionalDay } from '../parts/optional-day.tsx';
import { ClearButton } from './clear-button.tsx';

/** A day of a record, in the order in which the language writes it. What is refused stays as it was typed, with why. */
export function DayField({
  label,
  value,
  onCommit,
}: {
  readonly label: string;
  /** Empty: unknown. */
  readonly value: string;
  /** Says why it is refused; null: done. */
  readonly onCommit: (text: string) => string | null;
}) {
  const [fault, setFault] = useState<string | null>(null);
  return (
    <div className="form-field" data-kind="day" {...(fault === null ? {} : { 'data-invalid': true })}>
      <span className="label" aria-hidden="true">
        {label}
      </span>
      <div className="form-input">
        <OptionalDay
          label={label}
          value={value === '' ? null : value}
          onChange={(day) => setFault(onCommit(day ?? ''))}
        />
        {value === '' ? null : <ClearButton label={label} onPress={() => setFault(onCommit(''))} />}
      </div>
      {fault === null ? null : (
        <p className="form-fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
