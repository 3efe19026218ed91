import type { AreaClass, PoolId } from '../plan/plan.ts';
import { reaches, shortfall } from '../units.ts';
import type { BookedPart } from './booked-parts.ts';
import type { Booking } from './booking.ts';
import { type AuditContext, type JudgedClass, type Mask } from './context.ts';
import { eitherClass } from './class-unknown.ts';
import { ownNeed, readAs, sourceOf, whyNotApplicable } from './floor-area.ts';
import type { Pool } from './pools.ts';
import { exactValue, judge, type Range } from './range.ts';
import type { Check, CheckFigures, Figures, ReasonCode } from './result.ts';
import { makeCheck, NOT_APPLICABLE, notApplicable, withPlanned } from './make-check.ts';
import { addReasonsOfParts, partsOf, plannedPartsOf } from './space.ts';

/** A single building's rooms: what it measures as a whole, and what of it is booked here. */
export interface SingleUnit {
  /** Positions of the facilities that are its rooms. */
  readonly facilities: readonly number[];
  readonly size: Range;
  readonly booked: Range;
}

/** Parts booked to one place. Rooms are one unit only within a place: 1号楼 of two estates is two buildings. */
export interface Place {
  readonly key: string;
  readonly parts: readonly BookedPart[];
}

/** What counts towards a new area's single unit. */
export function placesOfArea(booking: Booking, a: number): Place[] {
  return [{ key: 'area', parts: booking.parts.list([sourceOf(a, 'new')]) }];
}

/** What counts towards a pool's: its own space and that of its new members. */
export function placesOfPool(
  { placeOfPool }: AuditContext,
  booking: Booking,
  pool: PoolId,
  newMembers: readonly number[],
): Place[] {
  return [
    { key: 'pool', parts: booking.parts.list([{ place: placeOfPool.get(pool)!, explicitOnly: false }]) },
    ...newMembers.map((a) => ({ key: `area ${a}`, parts: booking.parts.list([sourceOf(a, 'new')]) })),
  ];
}

/** The least single unit asked of an area or a pool: what there is, what it is judged by. */
export interface SingleUnitQuestion {
  readonly places: readonly Place[];
  /** m²; null where unknown: then each unit alone decides. */
  readonly need: number | null;
  readonly whyNot: ReasonCode | null;
  /** What the verdict would be were the unknown classes built; null where the class is known. */
  readonly ifBuilt: Check['verdict'] | null;
}

/** The question of a new area (or one that may be new). Null: the area does not carry the check. */
export function singleUnitOfArea(context: AuditContext, booking: Booking, a: number): SingleUnitQuestion | null {
  const area = context.areas[a]!;
  if (area.class === 'built') return null;
  return {
    places: placesOfArea(booking, a),
    need: exactValue(ownNeed(context, area, 'new')),
    whyNot: whyNotApplicable(context, area, 'new'),
    ifBuilt: area.class === 'unknown' ? 'not_applicable' : null,
  };
}

/** The question of a pool with a new member (or one that may be new). Null: it has none. */
export function singleUnitOfPool(context: AuditContext, booking: Booking, pool: Pool): SingleUnitQuestion | null {
  const members = pool.remaining.map((a) => ({ a, area: context.areas[a]! }));
  const has = (wanted: AreaClass) => members.some(({ area }) => area.class === wanted);
  if (!has('new') && !has('unknown')) return null;
  const questionAs = (unknownAs: JudgedClass): SingleUnitQuestion => {
    const asNew = members.filter(({ area }) => readAs(area, unknownAs) === 'new');
    const applicable = asNew.find(({ area }) => !whyNotApplicable(context, area, 'new'));
    const need = members.map(({ area }) => exactValue(ownNeed(context, area, readAs(area, unknownAs))));
    return {
      places: placesOfPool(
        context,
        booking,
        pool.id,
        asNew.map(({ a }) => a),
      ),
      need: need.includes(null) ? null : need.reduce((sum: number, one) => sum + one!, 0),
      whyNot: applicable || !asNew[0] ? null : whyNotApplicable(context, asNew[0].area, 'new'),
      ifBuilt: null,
    };
  };
  if (!has('unknown')) return questionAs('new');
  if (!has('new')) return { ...questionAs('new'), ifBuilt: 'not_applicable' };
  return { ...questionAs('new'), ifBuilt: judgeSingleUnit(context, questionAs('built')).verdict };
}

export function judgeSingleUnit(context: AuditContext, question: SingleUnitQuestion): CheckFigures {
  const { places, need, ifBuilt } = question;
  const rule = context.rules.single_unit_floor_area;
  if (question.whyNot || !rule) return NOT_APPLICABLE;
  const option = context.settings.single_unit;
  const today = figuresOf(unitsOf(context, places, context.open), rule.value, need, option);
  const later = figuresOf(unitsOf(context, places, context.withPlanned), rule.value, need, option);
  // What is met today stays met: a smaller room on the way does no harm until it opens.
  const planned = today.verdict === 'met' ? { ...later, verdict: 'met' as const, gap: 0 } : later;
  const asNew = withPlanned(today.verdict, planned.verdict);
  return {
    // Where the rule would not apply to a built area, it depends only where a new one would fail.
    verdict: ifBuilt === null || (ifBuilt === 'not_applicable' && passes(asNew)) ? asNew : eitherClass(asNew, ifBuilt),
    required: rule.value,
    counted: today.counted,
    gap: today.gap,
    ratio: null,
    planned,
    deadline: null,
  };
}

/** The judgement as a check, explained. */
export function explainSingleUnit(context: AuditContext, question: SingleUnitQuestion): Check {
  const rule = context.rules.single_unit_floor_area;
  const whyNot = question.whyNot ?? (rule ? null : 'no_rule');
  if (whyNot) return notApplicable({ check: 'single_unit', role: 'binding', unit: 'm2' }, whyNot, rule);
  const parts = question.places.flatMap((place) => place.parts);
  const reasons: ReasonCode[] = question.ifBuilt ? ['class_unknown'] : [];
  addReasonsOfParts(reasons, context, parts, null);
  if (parts.every(({ facility }) => !context.open[facility])) reasons.push('no_facility');
  return makeCheck({
    check: 'single_unit',
    role: 'binding',
    unit: 'm2',
    figures: judgeSingleUnit(context, question),
    adds: plannedPartsOf(context, parts),
    reasons,
    parts: partsOf(context, parts, context.open),
    rule,
  });
}

function passes(verdict: Check['verdict']): boolean {
  return verdict === 'met' || verdict === 'no_data';
}

function figuresOf(
  units: readonly SingleUnit[],
  least: number,
  need: number | null,
  option: 'each_unit' | 'at_least_one',
): Figures {
  const verdict = option === 'each_unit' ? judgeEach(units, least, need) : judgeBest(units, least);
  const known = units.map(({ size }) => exactValue(size)).filter((size) => size !== null);
  const counted =
    units.length === 0
      ? 0
      : known.length === 0
        ? null
        : option === 'each_unit'
          ? Math.min(...known)
          : Math.max(...known);
  const gap = verdict === 'met' ? 0 : verdict === 'no_data' || counted === null ? null : shortfall(counted, least);
  return { counted, gap, verdict };
}

/** Every unit reaches the least size, or those that do meet the whole need by themselves. */
function judgeEach(units: readonly SingleUnit[], least: number, need: number | null): Figures['verdict'] {
  if (units.length === 0) return 'short';
  const bySize = units.map((unit) => ({ unit, size: judge(unit.size, { lo: least, hi: least }) }));
  const bookedIn = (...sizes: string[]) =>
    bySize
      .filter(({ size }) => sizes.includes(size))
      .reduce((sum, { unit }) => ({ lo: sum.lo + unit.booked.lo, hi: sum.hi + unit.booked.hi }), { lo: 0, hi: 0 });
  const anyOf = (size: string) => bySize.some((one) => one.size === size);
  if (!anyOf('short') && !anyOf('no_data')) return 'met';
  if (need !== null && anyOf('met') && reaches(bookedIn('met').lo, need)) return 'met';
  if (!anyOf('short')) return 'no_data';
  const perhaps = bookedIn('met', 'no_data').hi;
  return need !== null && (anyOf('met') || anyOf('no_data')) && reaches(perhaps, need) ? 'no_data' : 'short';
}

function judgeBest(units: readonly SingleUnit[], least: number): Figures['verdict'] {
  const sizes = units.map(({ size }) => judge(size, { lo: least, hi: least }));
  if (sizes.includes('met')) return 'met';
  return sizes.includes('no_data') ? 'no_data' : 'short';
}

/** Units of the facilities that count: those booked to one place under one building name are one, wherever else they are booked. */
/** Units of the facilities that count: those booked to one place under one building name are one, wherever else they are booked. */
export function unitsOf({ facilities }: AuditContext, places: readonly Place[], mask: Mask): SingleUnit[] {
  if (places.every(({ parts }) => parts.length === 0)) return [];
  const booked = new Map<number, Range>();
  const building = new Map<string, number>();
  const leader = new Map<number, number>();
  const leaderOf = (facility: number): number => {
    const next = leader.get(facility) ?? facility;
    return next === facility ? facility : leaderOf(next);
  };
  for (const { key, parts } of places) {
    for (const { facility, m2, mostM2 } of parts) {
      if (!mask[facility]) continue;
      const before = booked.get(facility) ?? { lo: 0, hi: 0 };
      booked.set(facility, { lo: before.lo + (m2 ?? 0), hi: before.hi + mostM2 });
      const name = facilities[facility]!.building;
      if (name === undefined) continue;
      const first = building.get(`${key}/${name}`);
      if (first === undefined) building.set(`${key}/${name}`, facility);
      else leader.set(leaderOf(facility), leaderOf(first));
    }
  }
  const units = new Map<number, SingleUnit>();
  for (const [facility, here] of booked) {
    const floorArea = facilities[facility]!.floorAreaM2;
    const unit = units.get(leaderOf(facility)) ?? { facilities: [], size: { lo: 0, hi: 0 }, booked: { lo: 0, hi: 0 } };
    units.set(leaderOf(facility), {
      facilities: [...unit.facilities, facility],
      size: { lo: unit.size.lo + (floorArea ?? 0), hi: unit.size.hi + (floorArea ?? Infinity) },
      booked: { lo: unit.booked.lo + here.lo, hi: unit.booked.hi + here.hi },
    });
  }
  return [...units.values()];
}
