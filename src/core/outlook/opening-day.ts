import type { Facility, Measure } from '../plan/plan.ts';
import type { IsoDate } from '../units.ts';

/** The last day of a year: what is planned for a year is done by then. */
export function yearEnd(year: number): IsoDate {
  return `${String(year).padStart(4, '0')}-12-31`;
}

/**
 * The day by which a facility that is planned or being built is to open: the end of its measure's year, else when it is to
 * be handed over, else its own first day. Null: nothing says.
 */
export function openingDay({ validFrom }: Facility, measure: Measure | undefined): IsoDate | null {
  if (measure?.year !== undefined) return yearEnd(measure.year);
  return measure?.stages?.handed_over?.facility ?? validFrom ?? null;
}
