import { innerPosition } from '../geo/polygon.ts';
import type { Facility } from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import { reaches, TOLERANCE } from '../units.ts';
import type { Audit } from './audit.ts';
import { bookFloorArea } from './booking.ts';
import { opened, openingAct } from './opening.ts';
import { poolingSteps } from './pooling.ts';
import type { Extension, RemediedCheck, Remedy, SpaceCheck } from './remedy.ts';
import type { Check } from './result.ts';
import { unitsOf } from './single-unit.ts';
import { areasOf, partsOfSubject, placesOfSubject, type Diagnosed } from './subject.ts';
import { AT_WORK, closes, newFacility, pointOf, Trial } from './trial.ts';

/** What would close a gap of floor area or of a single unit, each by itself. */
export function* spaceRemediesSteps(audit: Audit, subject: Diagnosed, check: SpaceCheck): Steps<Remedy[]> {
  const { context, booking } = audit;
  const trial = new Trial(audit, 'area' in subject ? subject : { pool: subject.pool.id }, check);
  const remedies: (Remedy | null)[] = [];
  const parts = partsOfSubject(context, booking, subject, check.check);
  if (check.check === 'single_unit') remedies.push(extendUnits(trial, subject));
  for (const f of new Set(parts.map(({ facility }) => facility))) {
    yield AT_WORK;
    if (!context.open[f]) remedies.push(openAgain(trial, f));
    else if (check.check === 'floor_area') remedies.push(extendOne(trial, subject, f));
  }
  remedies.push(yield* newSpace(trial, subject));
  if ('area' in subject) remedies.push(...(yield* poolingSteps(trial, subject.area)));
  return remedies.filter((remedy) => remedy !== null);
}

function openAgain(trial: Trial, f: number): Remedy | null {
  const { context } = trial.audit;
  const facility = context.facilities[f]!;
  const act = openingAct(facility, context.coming[f] ?? null);
  return trial.attempt(act, { facilities: [opened(facility, context.asOf)] });
}

/** Of an extension at least so much must arrive here: below that, new space named for the area takes a fraction of the building. */
const LEAST_ARRIVING = 0.2;

/** By how many m² one facility alone would have to grow; only a part of it may arrive here. */
function extendOne(trial: Trial, subject: Diagnosed, f: number): Remedy | null {
  const { audit, check } = trial;
  const facility = audit.context.facilities[f]!;
  if (facility.floorAreaM2 === undefined || !check.gap) return null;
  const larger = (m2: number): Facility => ({ ...facility, floorAreaM2: facility.floorAreaM2! + m2 });
  const arrives = (of: RemediedCheck) => arrivingShare(audit, subject, facility, larger, of);
  let bookingShare = arrives('floor_area');
  if (bookingShare < LEAST_ARRIVING) return null;
  let addM2 = check.gap / bookingShare;
  const outcome = trial.judge({ facilities: [larger(addM2)] });
  if (!closes(outcome) && outcome.gap) {
    // In a pool less of it may count for new members' need than for the whole.
    bookingShare = arrives('single_unit');
    if (bookingShare < LEAST_ARRIVING) return null;
    addM2 += outcome.gap / bookingShare;
  }
  const extension: Extension = { facility: facility.id, addM2, bookingShare, arrivesM2: addM2 * bookingShare };
  return trial.attemptToClose({ kind: 'extend', facilities: [extension] }, { facilities: [larger(addM2)] });
}

/** The part of each m² added to a facility that the booking rules bring here. */
function arrivingShare(
  { context }: Audit,
  subject: Diagnosed,
  facility: Facility,
  larger: (m2: number) => Facility,
  check: RemediedCheck,
): number {
  const ADDED_M2 = 1024;
  const bookedHere = (one: Facility) => {
    const alone = { ...context, facilities: [one] };
    const parts = partsOfSubject(alone, bookFloorArea(alone), subject, check);
    return parts.reduce((sum, { m2 }) => sum + (m2 ?? 0), 0);
  };
  return (bookedHere(larger(ADDED_M2)) - bookedHere(facility)) / ADDED_M2;
}

/** Makes each unit that is too small large enough; where one is enough, the largest. */
function extendUnits(trial: Trial, subject: Diagnosed): Remedy | null {
  const { context, booking } = trial.audit;
  const { required } = trial.check;
  if (required === null) return null;
  const small = unitsOf(context, placesOfSubject(context, booking, subject), context.open)
    .filter(({ size }) => size.hi < required - TOLERANCE)
    .toSorted((p, q) => q.size.lo - p.size.lo);
  const growing = context.settings.single_unit === 'at_least_one' ? small.slice(0, 1) : small;
  if (growing.length === 0) return null;
  const extensions = growing.map(({ facilities, size }): Extension => {
    const addM2 = required - size.lo;
    return { facility: context.facilities[facilities[0]!]!.id, addM2, bookingShare: 1, arrivesM2: addM2 };
  });
  const facilities = extensions.map(({ facility, addM2 }): Facility => {
    const before = context.facilities[context.facilityIndex.get(facility)!]!;
    return { ...before, floorAreaM2: before.floorAreaM2! + addM2 };
  });
  return trial.attemptToClose({ kind: 'extend', facilities: extensions }, { facilities });
}

/** New space in one piece: what is lacking, and for new housing no less than the least single unit. */
function* newSpace(trial: Trial, subject: Diagnosed): Steps<Remedy | null> {
  const { audit, check } = trial;
  const { context } = audit;
  if (check.gap === null) return null;
  const middles = areasOf(subject).flatMap((a) => {
    const { geometry } = context.areas[a]!;
    return geometry ? [innerPosition(geometry)] : [];
  });
  for (const m2 of sizesToBuild(trial, subject, check.gap)) {
    for (const at of middles.length > 0 ? middles : [null]) {
      yield AT_WORK;
      const facility = newFacility(audit, {
        floorAreaM2: m2,
        ...('area' in subject ? { serves: [{ area: context.areas[subject.area]!.id }] } : { pool: subject.pool.id }),
        ...(at ? { geometry: pointOf(at) } : {}),
      });
      const act = { kind: 'new_space', m2, withinM: context.circleM } as const;
      const remedy = trial.attemptToClose(act, { facilities: [facility] });
      if (remedy) return remedy;
    }
  }
  return null;
}

/** Sizes that may do, the smallest first. */
function sizesToBuild({ audit, check }: Trial, subject: Diagnosed, gap: number): number[] {
  const { context, booking } = audit;
  if (check.check !== 'single_unit') {
    const hasNew = areasOf(subject).some((a) => context.areas[a]!.class === 'new');
    return [Math.max(gap, hasNew ? (context.rules.single_unit_floor_area?.value ?? 0) : 0)];
  }
  // Beside units that are too small, the large ones must meet the whole need by themselves.
  const least = check.required!;
  const large = unitsOf(context, placesOfSubject(context, booking, subject), context.open)
    .filter(({ size }) => reaches(size.lo, least))
    .reduce((sum, { booked }) => sum + booked.lo, 0);
  const need = floorAreaOf(audit, subject)?.required;
  return need ? [least, Math.max(least, need - large)] : [least];
}

function floorAreaOf({ explain }: Audit, subject: Diagnosed): Check | undefined {
  const checks =
    'area' in subject
      ? explain.area(subject.area).checks
      : explain.pools().find(({ id }) => id === subject.pool.id)?.checks;
  return checks?.find(({ check }) => check === 'floor_area');
}
