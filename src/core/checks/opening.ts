import type { Facility } from '../plan/plan.ts';
import type { IsoDate } from '../units.ts';
import { statusOf } from './facility-state.ts';
import type { RemedyAct } from './remedy.ts';
import type { ReasonCode } from './result.ts';

/** How a facility stands once it is open on a day. */
export function opened(facility: Facility, on: IsoDate): Facility {
  const { validFrom, validTo, ...rest } = facility;
  return {
    ...rest,
    status: 'open',
    ...(validFrom === undefined ? {} : { validFrom: validFrom > on ? on : validFrom }),
    ...(validTo === undefined || validTo < on ? {} : { validTo }),
  };
}

/** What it takes to open a facility that is not open; `state`: why it is only on the way, null where it is not. */
export function openingAct(facility: Facility, state: ReasonCode | null): RemedyAct {
  const { id, validTo } = facility;
  const status = statusOf(facility);
  if (state) return { kind: 'open', facility: id, state };
  if (status !== 'open') return { kind: 'reopen', facility: id, status };
  return { kind: 'renew', facility: id, endedOn: validTo!, leased: facility.acquisition === 'lease' };
}
