import type { IsoDate } from '../units.ts';

/** Days from one to another, both included; open where absent. */
export interface Period {
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

function endsBefore(end: IsoDate | undefined, start: IsoDate | undefined): boolean {
  return end !== undefined && start !== undefined && end < start;
}

/** Whether two periods share a day. */
export function periodsOverlap(a: Period, b: Period): boolean {
  return !endsBefore(a.to, b.from) && !endsBefore(b.to, a.from);
}

/** A period in signs that need no language: `2022-10-01/..`. */
export function periodText({ from, to }: Period): string {
  return `${from ?? '..'}/${to ?? '..'}`;
}
