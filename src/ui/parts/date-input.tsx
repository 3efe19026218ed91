import { parseDate } from '@internationalized/date';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Label,
  Popover,
} from 'react-aria-components';
import type { IsoDate } from '../../core/units.ts';
import { useTexts } from '../workspace-context.tsx';
import { Icon } from './icon.tsx';

/** A calendar day, typed or picked. */
export function DayInput({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: IsoDate;
  readonly onChange: (value: IsoDate) => void;
}) {
  const { topBar } = useTexts().workspace;
  return (
    <DatePicker
      className="date"
      value={parseDate(value)}
      shouldForceLeadingZeros
      onChange={(day) => {
        // Years under 1900 are a year still being typed.
        if (day !== null && day.year >= 1900) onChange(day.toString());
      }}
    >
      <Label className="label">{label}</Label>
      <Group className="date-field">
        <DateInput className="segments">{(segment) => <DateSegment className="segment" segment={segment} />}</DateInput>
        <Button className="button icon" aria-label={topBar.calendar}>
          <Icon name="calendar" size={14} />
        </Button>
      </Group>
      <Popover className="popover">
        <Dialog aria-label={topBar.calendar}>
          <Calendar className="calendar">
            <header>
              <Button slot="previous" className="button quiet icon" aria-label={topBar.previousMonth}>
                <Icon name="left" />
              </Button>
              <Heading />
              <Button slot="next" className="button quiet icon" aria-label={topBar.nextMonth}>
                <Icon name="right" />
              </Button>
            </header>
            <CalendarGrid>{(date) => <CalendarCell className="day" date={date} />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
