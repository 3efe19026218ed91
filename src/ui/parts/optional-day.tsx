import { parseDate } from '@internationalized/date';
import { useState } from 'react';
import { DateField, DateInput, DateSegment } from 'react-aria-components';
import type { IsoDate } from '../../core/units.ts';

/** A calendar day that may be left blank, typed; committed on leaving the field. */
export function OptionalDay({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: IsoDate | null;
  readonly onChange: (value: IsoDate | null) => void;
}) {
  // Begun anew when the day changes from outside, by undo say.
  return <TypedDay key={value ?? ''} label={label} value={value} onChange={onChange} />;
}

function TypedDay({ label, value, onChange }: Parameters<typeof OptionalDay>[0]) {
  const [typed, setTyped] = useState(value);
  return (
    <DateField
      className="date-field optional-day"
      aria-label={label}
      value={typed === null ? null : parseDate(typed)}
      shouldForceLeadingZeros
      onChange={(day) => setTyped(day === null ? null : day.toString())}
      onBlur={() => {
        // Years under 1900 are a year that was not typed to its end.
        if (typed !== null && typed < '1900') setTyped(value);
        else if (typed !== value) onChange(typed);
      }}
    >
      <DateInput className="segments">{(segment) => <DateSegment className="segment" segment={segment} />}</DateInput>
    </DateField>
  );
}
