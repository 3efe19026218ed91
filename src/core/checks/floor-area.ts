import type { Area } from '../plan/plan.ts';
import type { BookedPart, Booking } from './booking.ts';
import { combineClasses } from './class-unknown.ts';
import { floorAreaNeed, householdsOf, type AuditContext, type JudgedClass, type Rule } from './context.ts';
import type { Pool } from './pools.ts';
import { breakEvenHouseholds } from './pools.ts';
import { exactly, exactValue, type Range } from './range.ts';
import type { Check, ClassFigures, ReasonCode } from './result.ts';
import { addReason, makeCheck } from './make-check.ts';
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
  readonly check: Check;
  readonly answers: Readonly<Record<JudgedClass, SpaceAnswer | null>>;
}

const CLASSES = ['new', 'built'] as const;

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

/** Space that discharges a new estate's duty: booked to it by name, by pool or because it stands there, never shared. */
export function explicitParts(parts: readonly BookedPart[]): readonly BookedPart[] {
  return parts.filter(({ how }) => how !== 'shared');
}

/** Parts booked to an area that count for it when it is read as a class. */
export function partsFor(booking: Booking, area: number, as: JudgedClass): readonly BookedPart[] {
  const parts = booking.byArea.get(area) ?? [];
  return as === 'new' ? explicitParts(parts) : parts;
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
    return answerSpace(context, {
      claims: [{ need: ownNeed(context, area, as), parts: partsFor(booking, a, as) }],
      households: householdsOf(context, area),
      deadline: rateOf(context, as)?.deadline ?? null,
    });
  };
  const reading = readAs(area, 'built');
  const known = area.class === 'unknown' ? null : answerAs(area.class);
  const answers =
    area.class === 'unknown' ? { new: answerAs('new'), built: answerAs('built') } : { new: known, built: known };
  return assemble(context, {
    answers,
    classKnown: area.class !== 'unknown',
    parts: partsFor(booking, a, reading),
    rate: rateOf(context, reading),
    quantity: householdsOf(context, area) ?? null,
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
  const members = pool.remaining.map((a) => ({ a, area: context.areas[a]! }));
  const bringNeed = (unknownAs: JudgedClass) =>
    members.filter(({ area }) => !whyNotApplicable(context, area, readAs(area, unknownAs)));
  const partsAs = (unknownAs: JudgedClass) => [
    ...(booking.byPool.get(pool.id) ?? []),
    ...members.flatMap(({ a, area }) => partsFor(booking, a, readAs(area, unknownAs))),
  ];
  const answerAs = (unknownAs: JudgedClass): SpaceAnswer | null => {
    const needy = bringNeed(unknownAs);
    if (needy.length === 0) return null;
    const asNew = needy.filter(({ area }) => readAs(area, unknownAs) === 'new');
    const whole = { need: needOf(context, needy, unknownAs), parts: partsAs(unknownAs) };
    const newShare = {
      need: needOf(context, asNew, 'new'),
      parts: [
        ...(booking.byPool.get(pool.id) ?? []),
        ...asNew.flatMap(({ a }) => explicitParts(booking.byArea.get(a) ?? [])),
      ],
    };
    return answerSpace(context, {
      claims: asNew.length > 0 ? [whole, newShare] : [whole],
      households: totalHouseholds(context, needy),
      deadline: asNew.length > 0 ? null : (rateOf(context, 'built')?.deadline ?? null),
    });
  };
  const classKnown = members.every(({ area }) => area.class !== 'unknown');
  const asBuilt = answerAs('built');
  const answers = { new: classKnown ? asBuilt : answerAs('new'), built: asBuilt };
  const hasNew = members.some(({ area }) => area.class === 'new');
  const reasons = members
    .flatMap(({ area }) => areaReasons(context, area))
    .filter((reason) => reason !== 'below_break_even');
  if (asBuilt?.claimsToday[1] === 'short') reasons.push('new_need_unmet');
  return assemble(context, {
    answers,
    classKnown,
    parts: partsAs('built'),
    rate:
      hasNew && members.every(({ area }) => area.class === 'new') ? rateOf(context, 'new') : rateOf(context, 'built'),
    quantity: totalHouseholds(context, bringNeed('built')) ?? null,
    // Several rates may be at work in one pool: its arithmetic is its members'.
    singleRate: new Set(members.map(({ area }) => area.class)).size === 1,
    notApplicable: asBuilt
      ? null
      : (whyNotApplicable(context, members[0]!.area, readAs(members[0]!.area, 'built')) ?? 'no_rule'),
    reasons,
  });
}

interface Member {
  readonly a: number;
  readonly area: Area;
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

interface Assembly {
  readonly answers: FloorAreaJudgement['answers'];
  readonly classKnown: boolean;
  readonly parts: readonly BookedPart[];
  readonly rate: Rule | null;
  readonly quantity: number | null;
  readonly singleRate?: boolean;
  readonly notApplicable: ReasonCode | null;
  readonly reasons: readonly ReasonCode[];
}

function assemble(context: AuditContext, assembly: Assembly): FloorAreaJudgement {
  const { answers, classKnown, parts, rate, quantity } = assembly;
  const byClass = { new: figuresOf(answers.new), built: figuresOf(answers.built) };
  const figures = classKnown ? byClass.built : combineClasses(byClass.new, byClass.built);
  const judged = CLASSES.some((as) => answers[as]);
  const deadline = figures.deadline ?? (classKnown ? null : byClass.built.deadline);
  const reasons: ReasonCode[] = [];
  if (figures.verdict === 'not_applicable') addReason(reasons, assembly.notApplicable);
  for (const reason of assembly.reasons) addReason(reasons, reason);
  if (judged) {
    addReasonsOfParts(reasons, context, parts, deadline);
    if (parts.every(({ facility }) => !context.open[facility])) addReason(reasons, 'no_facility');
  }
  return {
    answers,
    check: makeCheck({
      check: 'floor_area',
      role: 'binding',
      unit: 'm2',
      verdict: figures.verdict,
      required: figures.required,
      today: figures,
      planned: figures.planned,
      adds: plannedPartsOf(context, parts),
      ratio: figures.ratio,
      reasons,
      parts: partsOf(context, parts, context.open),
      basis: rate && assembly.singleRate !== false ? { rate: rate.value, quantity } : null,
      byClass: classKnown || !judged ? undefined : byClass,
      deadline: figures.deadline,
      rule: rate,
    }),
  };
}

const NOT_APPLICABLE: ClassFigures = {
  verdict: 'not_applicable',
  required: null,
  counted: null,
  gap: null,
  ratio: null,
  planned: null,
  deadline: null,
};

function figuresOf(answer: SpaceAnswer | null): ClassFigures {
  return answer?.figures ?? NOT_APPLICABLE;
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
