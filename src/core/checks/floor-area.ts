import type { Area } from '../plan/plan.ts';
import type { Source } from './booked-parts.ts';
import type { Booking } from './booking.ts';
import { combineClasses } from './class-unknown.ts';
import { floorAreaNeed, householdsOf, type AuditContext, type JudgedClass, type Rule } from './context.ts';
import type { Pool } from './pools.ts';
import { breakEvenHouseholds } from './pools.ts';
import { exactly, exactValue, type Range } from './range.ts';
import type { Check, CheckFigures, ReasonCode } from './result.ts';
import { addReason, makeCheck, NOT_APPLICABLE } from './make-check.ts';
import { addReasonsOfParts, answerSpace, partsOf, plannedPartsOf, type SpaceAnswer } from './space.ts';

/** What one area brings to sums over several: nothing where the rule does not apply to it. */
export interface SpaceShare {
  readonly households: number;
  readonly need: Range;
  readonly today: Range;
  readonly planned: Range;
}

/** The rule's answers for an area or a pool, by the class its unknown members are taken for. Null: it does not apply. */
export interface FloorAreaJudgement {
  readonly classKnown: boolean;
  readonly answers: Readonly<Record<JudgedClass, SpaceAnswer | null>>;
  /** Both answers under one verdict. */
  readonly figures: CheckFigures;
}

/** The rate of a class on the as-of date; null where the standard has none. */
export function rateOf(context: AuditContext, as: JudgedClass): Rule | null {
  return as === 'new' ? context.rules.floor_area_rate_new : context.rules.floor_area_rate_built;
}

/** Whether the rule applies to an area read as a class; a reason where it does not. */
export function whyNotApplicable(context: AuditContext, area: Area, as: JudgedClass): ReasonCode | null {
  if (area.settlement === 'rural') return 'rural';
  if (!rateOf(context, as)) return 'no_rule';
  return householdsOf(context, area) === 0 ? 'no_households' : null;
}

/** Where an area read as a class finds its space: a new estate's duty is discharged by no space that is shared. */
export function sourceOf(place: number, as: JudgedClass): Source {
  return { place, explicitOnly: as === 'new' };
}

export function readAs(area: Area, unknownAs: JudgedClass): JudgedClass {
  return area.class === 'unknown' ? unknownAs : area.class;
}

/** Floor area need of one area on its own. */
export function ownNeed(context: AuditContext, area: Area, as: JudgedClass): Range {
  if (whyNotApplicable(context, area, as)) return exactly(0);
  return floorAreaNeed(context, rateOf(context, as)!.value, householdsOf(context, area));
}

/** Judges an area on its own by m² per 100 households. */
export function judgeAreaFloorArea(context: AuditContext, booking: Booking, a: number): FloorAreaJudgement {
  const area = context.areas[a]!;
  const answerAs = (as: JudgedClass): SpaceAnswer | null => {
    if (whyNotApplicable(context, area, as)) return null;
    return answerSpace(context, booking.parts, {
      claims: [{ need: ownNeed(context, area, as), sources: [sourceOf(a, as)] }],
      households: householdsOf(context, area),
      deadline: rateOf(context, as)?.deadline ?? null,
    });
  };
  if (area.class === 'unknown') return judgement(false, answerAs('new'), answerAs('built'));
  const known = answerAs(area.class);
  return judgement(true, known, known);
}

/** An area's own judgement as a check, explained. */
export function explainAreaFloorArea(
  context: AuditContext,
  booking: Booking,
  judged: FloorAreaJudgement,
  a: number,
): Check {
  const area = context.areas[a]!;
  const reading = readAs(area, 'built');
  return explain(context, booking, judged, {
    sources: [sourceOf(a, reading)],
    rate: rateOf(context, reading),
    quantity: householdsOf(context, area) ?? null,
    singleRate: true,
    notApplicable: whyNotApplicable(context, area, reading),
    reasons: areaReasons(context, area),
  });
}

function areaReasons(context: AuditContext, area: Area): ReasonCode[] {
  const reasons: ReasonCode[] = [];
  const households = householdsOf(context, area);
  if (households === undefined) reasons.push('households_unknown');
  else if (area.households === undefined) reasons.push('households_estimated');
  if (area.class === 'unknown') reasons.push('class_unknown');
  if (area.class === 'new') {
    const breakEven = breakEvenHouseholds(context);
    if (breakEven !== null && households && households < breakEven) reasons.push('below_break_even');
    if (predatesRule(area, context.standard.issued)) reasons.push('conditions_predate_rule');
  }
  return reasons;
}

/** `issued` may be a year or a month: only a date before its first day is surely earlier. */
function predatesRule({ conditionDate }: Area, issued: string): boolean {
  return conditionDate !== undefined && conditionDate < issued;
}

/** Judges a pool: the sum of its members' needs, and new members' share from space of their own or the pool's. */
export function judgePoolFloorArea(context: AuditContext, booking: Booking, pool: Pool): FloorAreaJudgement {
  const members = membersOf(context, pool);
  const answerAs = (unknownAs: JudgedClass): SpaceAnswer | null => {
    const needy = bringingNeed(context, members, unknownAs);
    if (needy.length === 0) return null;
    const asNew = needy.filter(({ area }) => readAs(area, unknownAs) === 'new');
    const whole = {
      need: needOf(context, needy, unknownAs),
      sources: poolSources(context, pool, members, unknownAs),
    };
    const newShare = { need: needOf(context, asNew, 'new'), sources: poolSources(context, pool, asNew, 'new') };
    return answerSpace(context, booking.parts, {
      claims: asNew.length > 0 ? [whole, newShare] : [whole],
      households: totalHouseholds(context, needy),
      deadline: asNew.length > 0 ? null : (rateOf(context, 'built')?.deadline ?? null),
    });
  };
  const asBuilt = answerAs('built');
  const classKnown = members.every(({ area }) => area.class !== 'unknown');
  return judgement(classKnown, classKnown ? asBuilt : answerAs('new'), asBuilt);
}

/** A pool's judgement as a check, explained. */
export function explainPoolFloorArea(
  context: AuditContext,
  booking: Booking,
  judged: FloorAreaJudgement,
  pool: Pool,
): Check {
  const members = membersOf(context, pool);
  const asBuilt = judged.answers.built;
  const reasons = members
    .flatMap(({ area }) => areaReasons(context, area))
    .filter((reason) => reason !== 'below_break_even');
  if (asBuilt?.claimsToday[1] === 'short') reasons.push('new_need_unmet');
  const [first] = members;
  return explain(context, booking, judged, {
    sources: poolSources(context, pool, members, 'built'),
    rate: rateOf(context, members.every(({ area }) => area.class === 'new') ? 'new' : 'built'),
    quantity: totalHouseholds(context, bringingNeed(context, members, 'built')) ?? null,
    // Several rates may be at work in one pool: its arithmetic is its members'.
    singleRate: new Set(members.map(({ area }) => area.class)).size === 1,
    notApplicable: asBuilt ? null : (whyNotApplicable(context, first!.area, readAs(first!.area, 'built')) ?? 'no_rule'),
    reasons,
  });
}

interface Member {
  readonly a: number;
  readonly area: Area;
}

function membersOf({ areas }: AuditContext, { remaining }: Pool): Member[] {
  return remaining.map((a) => ({ a, area: areas[a]! }));
}

function bringingNeed(context: AuditContext, members: readonly Member[], unknownAs: JudgedClass): Member[] {
  return members.filter(({ area }) => !whyNotApplicable(context, area, readAs(area, unknownAs)));
}

function poolSources(
  context: AuditContext,
  pool: Pool,
  members: readonly Member[],
  unknownAs: JudgedClass,
): readonly [Source, ...Source[]] {
  const own = members.map(({ a, area }) => sourceOf(a, readAs(area, unknownAs)));
  return [{ place: context.placeOfPool.get(pool.id)!, explicitOnly: false }, ...own];
}

function needOf(context: AuditContext, members: readonly Member[], unknownAs: JudgedClass): Range {
  return members.reduce(
    (sum, { area }) => {
      const need = ownNeed(context, area, readAs(area, unknownAs));
      return { lo: sum.lo + need.lo, hi: sum.hi + need.hi };
    },
    { lo: 0, hi: 0 },
  );
}

function totalHouseholds(context: AuditContext, members: readonly Member[]): number | undefined {
  let total = 0;
  for (const { area } of members) {
    const households = householdsOf(context, area);
    if (households === undefined) return undefined;
    total += households;
  }
  return total;
}

function judgement(classKnown: boolean, asNew: SpaceAnswer | null, asBuilt: SpaceAnswer | null): FloorAreaJudgement {
  const built = figuresOf(asBuilt);
  const figures = classKnown ? built : combineClasses(figuresOf(asNew), built);
  return { classKnown, answers: { new: asNew, built: asBuilt }, figures };
}

function figuresOf(answer: SpaceAnswer | null): CheckFigures {
  return answer ? answer.figures : NOT_APPLICABLE;
}

interface Explanation {
  /** Unknown classes read as built. */
  readonly sources: readonly Source[];
  readonly rate: Rule | null;
  readonly quantity: number | null;
  readonly singleRate: boolean;
  readonly notApplicable: ReasonCode | null;
  readonly reasons: readonly ReasonCode[];
}

function explain(
  context: AuditContext,
  booking: Booking,
  { classKnown, answers, figures }: FloorAreaJudgement,
  { sources, rate, quantity, singleRate, notApplicable, reasons: found }: Explanation,
): Check {
  const parts = booking.parts.list(sources);
  const byClass = { new: figuresOf(answers.new), built: figuresOf(answers.built) };
  const judged = answers.new !== null || answers.built !== null;
  const reasons: ReasonCode[] = [];
  if (figures.verdict === 'not_applicable') addReason(reasons, notApplicable);
  for (const reason of found) addReason(reasons, reason);
  if (judged) {
    addReasonsOfParts(reasons, context, parts, byClass.built.deadline);
    if (parts.every(({ facility }) => !context.open[facility])) addReason(reasons, 'no_facility');
  }
  return makeCheck({
    check: 'floor_area',
    role: 'binding',
    unit: 'm2',
    figures,
    adds: plannedPartsOf(context, parts),
    reasons,
    parts: partsOf(context, parts, context.open),
    basis: rate && singleRate ? { rate: rate.value, quantity } : null,
    byClass: classKnown || !judged ? undefined : byClass,
    rule: rate,
  });
}

/** What an area judged alone brings to sums. Null: the rule does not apply, or its households are unknown. */
export function shareOfArea(
  context: AuditContext,
  { answers }: FloorAreaJudgement,
  a: number,
  unknownAs: JudgedClass,
): SpaceShare | null {
  const answer = answers[unknownAs];
  const households = householdsOf(context, context.areas[a]!);
  if (!answer || households === undefined) return null;
  return { households, need: answer.need, today: answer.today, planned: answer.planned };
}

/**
 * What a pool's member brings to sums: its own need, and the pool's space split by members' need.
 * Where another member's need is unknown so is the split: at least nothing, at most all.
 */
export function shareOfMember(
  context: AuditContext,
  { answers }: FloorAreaJudgement,
  a: number,
  unknownAs: JudgedClass,
): SpaceShare | null {
  const answer = answers[unknownAs];
  const area = context.areas[a]!;
  const households = householdsOf(context, area);
  const as = readAs(area, unknownAs);
  if (!answer || households === undefined || whyNotApplicable(context, area, as)) return null;
  const need = ownNeed(context, area, as);
  const whole = exactValue(answer.need);
  const split = ({ lo, hi }: Range): Range =>
    whole === null ? { lo: 0, hi } : { lo: (lo * need.lo) / whole, hi: (hi * need.lo) / whole };
  return { households, need, today: split(answer.today), planned: split(answer.planned) };
}
