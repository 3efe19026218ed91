import { parseDate } from '@internationalized/date';
import { useState } from 'react';
import { DateField, DateInput, DateSegment } from 'react-aria-components';
import type { IsoDate } from '../../core/units.ts';

/** A calendar day that may be left blank, typed; committed on leaving the field, or as soon as it is a day. */
export function OptionalDay(props: OptionalDayProps) {
  // Begun anew when the day changes from outside, by undo say.
  return <TypedDay key={props.value ?? ''} {...props} />;
}

interface OptionalDayProps {
  readonly label: string;
  readonly value: IsoDate | null;
  readonly atOnce?: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (value: IsoDate | null) => void;
}

/** Years under 1900 are a year that is not typed to its end. */
const isWhole = (typed: IsoDate | null): boolean => typed === null || typed >= '1900';

function TypedDay({ label, value, atOnce = false, isDisabled = false, onChange }: OptionalDayProps) {
  const [typed, setTyped] = useState(value);
  const [drawn, setDrawn] = useState(0);
  return (
    <DateField
      key={drawn}
      className="date-field optional-day"
      aria-label={label}
      value={typed === null ? null : parseDate(typed)}
      shouldForceLeadingZeros
      isDisabled={isDisabled}
      onChange={(day) => {
        const next = day === null ? null : day.toString();
        setTyped(next);
        if (atOnce && isWhole(next)) onChange(next);
      }}
      onBlur={() => {
        if (isWhole(typed) && typed !== value) {
          if (!atOnce) onChange(typed);
          return;
        }
        // What was typed by half is no day: drawn anew as it was.
        setTyped(value);
        setDrawn(drawn + 1);
      }}
    >
      <DateInput className="segments">{(segment) => <DateSegment className="segment" segment={segment} />}</DateInput>
    </DateField>
  );
}
