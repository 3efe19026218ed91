import type { BookedPart } from './booked-parts.ts';
import type { Booking } from './booking.ts';
import type { AuditContext } from './context.ts';
import { readAs, sourceOf } from './floor-area.ts';
import type { Pool } from './pools.ts';
import type { RemediedCheck } from './remedy.ts';
import { placesOfArea, placesOfPool, type Place } from './single-unit.ts';

/** What is diagnosed: an area judged alone, or a pool with the members that share in it. */
export type Diagnosed = { readonly area: number } | { readonly pool: Pool };

/** Positions of the areas whose need it is. */
export function areasOf(subject: Diagnosed): readonly number[] {
  return 'area' in subject ? [subject.area] : subject.pool.remaining;
}

/** Booked parts that count for a check of floor area, whoever is open; unknown classes read as built. */
export function partsOfSubject(
  context: AuditContext,
  booking: Booking,
  subject: Diagnosed,
  check: RemediedCheck,
): readonly BookedPart[] {
  if (check === 'single_unit') return placesOfSubject(context, booking, subject).flatMap(({ parts }) => parts);
  const own = areasOf(subject).map((a) => sourceOf(a, readAs(context.areas[a]!, 'built')));
  if ('area' in subject) return booking.parts.list(own);
  return booking.parts.list([{ place: context.placeOfPool.get(subject.pool.id)!, explicitOnly: false }, ...own]);
}

/** Where the units of `single_unit` are booked; unknown classes read as new, for only then is it asked. */
export function placesOfSubject(context: AuditContext, booking: Booking, subject: Diagnosed): Place[] {
  if ('area' in subject) return placesOfArea(booking, subject.area);
  const asNew = subject.pool.remaining.filter((a) => readAs(context.areas[a]!, 'new') === 'new');
  return placesOfPool(context, booking, subject.pool.id, asNew);
}
