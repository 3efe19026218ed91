import type { Facility, FacilityStatus } from '../plan/plan.ts';
import type { IsoDate } from '../units.ts';
import type { ReasonCode } from './result.ts';

/** A blank status reads as open; how many were blank is said in the summary. */
export function statusOf(facility: Facility): FacilityStatus {
  return facility.status ?? 'open';
}

function endsBefore({ validTo }: Facility, date: IsoDate): boolean {
  return validTo !== undefined && validTo < date;
}

function startsAfter({ validFrom }: Facility, date: IsoDate): boolean {
  return validFrom !== undefined && validFrom > date;
}

/** Open on a day: status open, and the day lies between its first and last, both included. */
export function isOpen(facility: Facility, on: IsoDate): boolean {
  return statusOf(facility) === 'open' && !startsAfter(facility, on) && !endsBefore(facility, on);
}

/** On the way: works and plans that have not lapsed whatever their start, and open ones still to start. Null: not on the way. */
export function onTheWay(facility: Facility, on: IsoDate): ReasonCode | null {
  if (endsBefore(facility, on)) return null;
  const status = statusOf(facility);
  if (status === 'building') return 'work_under_way';
  if (status === 'planned') return 'planned_only';
  return status === 'open' && startsAfter(facility, on) ? 'opens_later' : null;
}

/**
 * Whether it counted on a deadline, told from what is known today: open or since closed (a closed one must say when),
 * and the day lies between its first and last. A blank start counts.
 */
export function countedAtDeadline(facility: Facility, deadline: IsoDate): boolean {
  const status = statusOf(facility);
  if (status !== 'open' && !(status === 'closed' && facility.validTo !== undefined)) return false;
  return !startsAfter(facility, deadline) && !endsBefore(facility, deadline);
}
