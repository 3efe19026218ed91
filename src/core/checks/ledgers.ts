import type { Catchments } from '../access/catchments.ts';
import type { Settings } from '../plan/settings.ts';
import { bookFloorArea, type Booking } from './booking.ts';
import type { AuditContext } from './context.ts';
import { shareLand, type SharedLand } from './land-per-person.ts';

/** Floor area booked and land shared: they depend on the plan and who walks where, on no date and on no standard. */
export interface Ledgers {
  readonly from: {
    /** New with every change of the plan's places, of the circle and of the streets. */
    readonly catchments: Catchments;
    readonly facilities: AuditContext['facilities'];
    readonly areas: AuditContext['areas'];
    readonly persons_per_household: Settings['persons_per_household'];
    readonly land_per: Settings['land_per'];
  };
  readonly booking: Booking;
  readonly land: SharedLand;
}

/** The ledgers of an audit; `previous` is returned as it is where it still holds. */
export function keepLedgers(context: AuditContext, previous: Ledgers | null): Ledgers {
  const { catchments, facilities, areas, settings } = context;
  const { persons_per_household, land_per } = settings;
  const from = { catchments, facilities, areas, persons_per_household, land_per };
  const keys = Object.keys(from) as (keyof typeof from)[];
  if (previous && keys.every((key) => previous.from[key] === from[key])) return previous;
  return { from, booking: bookFloorArea(context), land: shareLand(context) };
}
