import { nearestWalk } from '../access/nearest-walk.ts';
import { walkingMinutes, type Reach } from '../access/reach.ts';
import { greatCircleMetres } from '../geo/distance.ts';
import type { LonLat } from '../geo/geometry.ts';
import { innerPosition } from '../geo/polygon.ts';
import { isCircleDestination, isEligibleFloorArea } from '../plan/facility-tiers.ts';
import type { Facility } from '../plan/plan.ts';
import { TOLERANCE } from '../units.ts';
import type { Audit } from './audit.ts';
import type { BookedPart } from './booked-parts.ts';
import { statusOf } from './facility-state.ts';
import type { Cause, SpaceCheck, TooLongWalk } from './remedy.ts';
import type { Check } from './result.ts';
import { unitsOf } from './single-unit.ts';
import { areasOf, partsOfSubject, placesOfSubject, type Diagnosed } from './subject.ts';

/** Why space falls short: what is booked here but does not count, what lies near but books elsewhere, what is shared. */
export function spaceCauses(audit: Audit, subject: Diagnosed, check: SpaceCheck): Cause[] {
  const { context, booking } = audit;
  const parts = partsOfSubject(context, booking, subject, check.check);
  const near = nearFacilities(audit, subject);
  const here = sumByFacility(parts);
  const others = bookedByOthers(audit, subject, new Set([...here.keys(), ...near]));
  const causes: Cause[] = [];
  if (!parts.some(({ facility }) => context.open[facility])) causes.push({ code: 'nothing_booked' });
  else if (check.check === 'single_unit') causes.push(...smallUnits(audit, subject, check));
  else causes.push({ code: 'too_small', countedM2: check.counted ?? 0, requiredM2: check.required });
  if (near.length === 0) causes.push({ code: 'none_within_circle', nearest: nearestEligible(audit, subject) });
  for (const [f, m2] of here) {
    const cause =
      whyAbsent(audit, f, m2) ?? (check.check === 'floor_area' ? sharedPart(audit, f, m2, others.get(f)!) : null);
    if (cause) causes.push(cause);
  }
  for (const f of near) if (!here.has(f)) causes.push(elsewhere(audit, f, others.get(f)!));
  return causes;
}

/** Why people are outside the circle. */
export function circleCauses(audit: Audit, a: number): Cause[] {
  const { context, memory } = audit;
  const { origins } = context.reach;
  const { originM } = memory.coverage.today;
  const uncovered: number[] = [];
  let share = 0;
  for (let i = origins.start[a]!; i < origins.start[a + 1]!; i++) {
    if (originM[i] !== Infinity) continue;
    uncovered.push(i);
    share += origins.weight[i]!;
  }
  const all = uncovered.length === origins.start[a + 1]! - origins.start[a]!;
  const { geometry } = context.areas[a]!;
  const destinations = context.facilities.filter((facility, f) => context.open[f] && isCircleDestination(facility));
  const from = all && geometry ? innerPosition(geometry) : farthestOrigin(context.reach, uncovered, destinations);
  const walk = from ? tooLongWalk(audit, from, destinations) : null;
  const causes: Cause[] = [
    all
      ? { code: 'none_within_circle', nearest: walk }
      : { code: 'partly_within_circle', uncoveredShare: share, farthest: walk },
  ];
  const isUncovered = new Set(uncovered);
  for (const [f, facility] of context.facilities.entries()) {
    if (context.open[f] || !isCircleDestination(facility)) continue;
    const row = context.reach.rows.get(facility.id);
    const helps = row?.origin.some((i, k) => isUncovered.has(i) && row.metres[k]! <= context.circleM + TOLERANCE);
    const absent = helps ? whyAbsent(audit, f, null) : null;
    if (absent) causes.push(absent);
  }
  return causes;
}

/** Why a facility does not count today; null where it does. */
function whyAbsent({ context }: Audit, f: number, m2: number | null): Cause | null {
  if (context.open[f]) return null;
  const facility = context.facilities[f]!;
  const { id, validFrom = null, validTo = null } = facility;
  const state = context.coming[f];
  if (state) return { code: 'under_way', facility: id, m2, state, from: validFrom };
  const status = statusOf(facility);
  if (status === 'closed' || status === 'suspended') return { code: status, facility: id, m2, since: validTo };
  // What is neither open nor on the way nor closed has had its last day.
  return { code: 'ended', facility: id, m2, on: validTo!, leased: facility.acquisition === 'lease' };
}

function sumByFacility(parts: readonly BookedPart[]): Map<number, number | null> {
  const sums = new Map<number, number | null>();
  for (const { facility, m2 } of parts) {
    const before = sums.get(facility);
    sums.set(facility, before === null || m2 === null ? null : (before ?? 0) + m2);
  }
  return sums;
}

/** Open community and subdistrict facilities that somebody of these areas walks to within the circle. */
function nearFacilities({ context }: Audit, subject: Diagnosed): number[] {
  const areas = areasOf(subject);
  return context.facilities.flatMap((facility, f) => {
    if (!context.open[f] || !isCircleDestination(facility)) return [];
    const reached = context.catchments.get(facility.id)?.area;
    return reached && areas.some((a) => reached.includes(a)) ? [f] : [];
  });
}

/** The walk from the middle of the first area that has one; all of its people are beyond the circle. */
function nearestEligible(audit: Audit, subject: Diagnosed): TooLongWalk | null {
  const { context } = audit;
  const geometry = areasOf(subject)
    .map((a) => context.areas[a]!.geometry)
    .find((one) => one !== undefined);
  const eligible = context.facilities.filter((facility, f) => context.open[f] && isEligibleFloorArea(facility));
  return geometry ? tooLongWalk(audit, innerPosition(geometry), eligible) : null;
}

function tooLongWalk({ context, memory }: Audit, from: LonLat, to: readonly Facility[]): TooLongWalk | null {
  const { detour_factor: detour, speed_km_h: speed } = context.settings;
  const ids = to.map(({ id }) => id);
  const walk = nearestWalk(memory.walks.reach, from, ids, detour);
  if (!walk) return null;
  const overM = Math.max(0, walk.metres - context.circleM);
  return {
    facility: walk.facility,
    from,
    metres: walk.metres,
    minutes: walkingMinutes(walk.metres, speed),
    overM,
    overMinutes: walkingMinutes(overM, speed),
  };
}

/** Of some origins the one whose nearest facility is farthest, as the crow flies. */
function farthestOrigin({ origins }: Reach, among: readonly number[], facilities: readonly Facility[]): LonLat | null {
  const places = facilities.flatMap(({ geometry, entrance }) =>
    entrance ? [entrance] : geometry ? [innerPosition(geometry)] : [],
  );
  let farthest: LonLat | null = null;
  let most = -1;
  for (const i of among) {
    const at: LonLat = [origins.lon[i]!, origins.lat[i]!];
    const nearest = places.reduce((least, place) => Math.min(least, greatCircleMetres(at, place)), Infinity);
    if (nearest <= most) continue;
    most = nearest;
    farthest = at;
  }
  return farthest;
}

function smallUnits({ context, booking }: Audit, subject: Diagnosed, { required }: Check): Cause[] {
  if (required === null) return [];
  return unitsOf(context, placesOfSubject(context, booking, subject), context.open)
    .filter(({ size }) => size.hi < required - TOLERANCE)
    .map(({ facilities, size }) => ({
      code: 'unit_too_small',
      facilities: facilities.map((f) => context.facilities[f]!.id),
      sizeM2: size.lo,
      leastM2: required,
    }));
}

/** What areas other than those diagnosed have of each of some facilities, in one pass over all that is booked. */
function bookedByOthers(
  { booking, context }: Audit,
  subject: Diagnosed,
  facilities: ReadonlySet<number>,
): Map<number, { a: number; m2: number | null }[]> {
  const own = new Set(areasOf(subject));
  const others = new Map([...facilities].map((f) => [f, [] as { a: number; m2: number | null }[]]));
  for (const { place, part } of booking.parts.of(facilities)) {
    if (place < context.areas.length && !own.has(place)) others.get(part.facility)!.push({ a: place, m2: part.m2 });
  }
  return others;
}

/** An open facility of which other areas have a part as well. */
function sharedPart(
  { context }: Audit,
  f: number,
  m2: number | null,
  others: readonly { a: number; m2: number | null }[],
): Cause | null {
  const { id, floorAreaM2 } = context.facilities[f]!;
  const known = others.flatMap((other) =>
    other.m2 === null ? [] : [{ area: context.areas[other.a]!.id, m2: other.m2 }],
  );
  if (!context.open[f] || m2 === null || floorAreaM2 === undefined || known.length === 0) return null;
  return { code: 'shared', facility: id, m2, ofM2: floorAreaM2, others: known.sort((p, q) => q.m2 - p.m2) };
}

/** Where the space of a facility went that is near and brings nothing here. */
function elsewhere({ context, booking }: Audit, f: number, others: readonly { a: number }[]): Cause {
  const facility = context.facilities[f]!;
  const { id, floorAreaM2: m2 = null } = facility;
  if (!isEligibleFloorArea(facility)) return { code: 'not_public_benefit', facility: id, m2 };
  const [poolBooked] = [...context.placeOfPool].find(([, place]) => booking.parts.has(place, f)) ?? [];
  return {
    code: 'books_elsewhere',
    facility: id,
    m2,
    areas: [...new Set(others.map(({ a }) => context.areas[a]!.id))],
    pool: poolBooked ?? null,
    unbooked: booking.unbooked.find((part) => part.facility === f)?.reason ?? null,
  };
}
