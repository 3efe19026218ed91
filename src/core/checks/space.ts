import { daysBetween, shortfall } from '../units.ts';
import type { RuleDeadline } from '../standards/standard.ts';
import type { BookedPart, BookedParts, Source } from './booked-parts.ts';
import type { AuditContext, Mask } from './context.ts';
import { addReason, withPlanned } from './make-check.ts';
import { exactValue, judge, type Judgement, type Range } from './range.ts';
import type { CheckFigures, DeadlineState, Figures, Part, ReasonCode, Verdict } from './result.ts';

/** Floor area that is called for, and the parts that may answer it. */
export interface Claim {
  readonly need: Range;
  readonly sources: readonly Source[];
}

/**
 * A floor-area question: every claim must be met. The first is the whole need and gives the figures;
 * a pool with new members has a second one, for their share.
 */
export interface SpaceQuestion {
  readonly claims: readonly [Claim, ...Claim[]];
  /** Households behind the need; undefined where unknown. */
  readonly households: number | undefined;
  readonly deadline: RuleDeadline | null;
}

/** The answer in all states, with the ranges that sums over several areas need. */
export interface SpaceAnswer {
  readonly figures: CheckFigures;
  /** How each claim stands today, in order. */
  readonly claimsToday: readonly Judgement[];
  readonly need: Range;
  readonly today: Range;
  readonly planned: Range;
}

/** Judges a floor-area question today, with everything planned, and at its deadline. */
export function answerSpace(context: AuditContext, booked: BookedParts, question: SpaceQuestion): SpaceAnswer {
  const [{ need }] = question.claims;
  const now = inState(booked, question, context.open);
  const later = inState(booked, question, context.withPlanned);
  const { figures: today } = now;
  const { figures: planned } = later;
  const isShort = today.verdict === 'short';
  return {
    claimsToday: now.claims,
    need,
    today: now.counted,
    planned: later.counted,
    figures: {
      required: exactValue(need),
      counted: today.counted,
      gap: today.gap,
      verdict: withPlanned(today.verdict, planned.verdict),
      ratio: question.households ? (today.counted! * 100) / question.households : null,
      planned,
      deadline: deadlineState(context, question.deadline, isShort, (mask) => inState(booked, question, mask).figures),
    },
  };
}

interface SpaceState {
  readonly figures: Figures;
  /** How each claim stands, in order. */
  readonly claims: readonly Judgement[];
  /** What counts towards the whole need. */
  readonly counted: Range;
}

function inState(booked: BookedParts, { claims }: SpaceQuestion, mask: Mask): SpaceState {
  const [{ need, sources }] = claims;
  const whole = booked.counted(sources, mask);
  const verdicts = [judge(whole, need)];
  let gap = shortfall(whole.lo, need.lo);
  for (let k = 1; k < claims.length; k++) {
    const claim = claims[k]!;
    const counted = booked.counted(claim.sources, mask);
    verdicts.push(judge(counted, claim.need));
    gap = Math.max(gap, shortfall(counted.lo, claim.need.lo));
  }
  const verdict = worstOf(verdicts);
  return {
    figures: { counted: whole.lo, gap: verdict === 'no_data' ? null : gap, verdict },
    claims: verdicts,
    counted: whole,
  };
}

function worstOf(verdicts: readonly Judgement[]): Judgement {
  if (verdicts.includes('short')) return 'short';
  return verdicts.includes('no_data') ? 'no_data' : 'met';
}

/**
 * A rule's state at its deadline and the days it is overdue on the as-of date. Overdue is what is short today,
 * even where it was met at the deadline (a lease that lapsed since). Before the deadline nothing is due.
 */
export function deadlineState(
  { asOf, countedAt }: AuditContext,
  deadline: RuleDeadline | null,
  shortToday: boolean,
  judgeWith: (mask: Mask) => { counted: number | null; verdict: Verdict },
): DeadlineState | null {
  if (!deadline) return null;
  const { date } = deadline;
  if (asOf < date) return { date, verdict: null, counted: null, days_overdue: 0 };
  const { verdict, counted } = judgeWith(countedAt(date));
  return { date, verdict, counted, days_overdue: shortToday ? daysBetween(date, asOf) : 0 };
}

/** Parts of facilities that count, as the result shows them. */
export function partsOf({ facilities }: AuditContext, parts: readonly BookedPart[], mask: Mask): Part[] {
  return parts
    .filter(({ facility }) => mask[facility])
    .map(({ facility, m2, how }) => ({ facility: facilities[facility]!.id, m2, how }));
}

/** Parts of facilities that are only on the way. */
export function plannedPartsOf(context: AuditContext, parts: readonly BookedPart[]): Part[] {
  return partsOf(
    context,
    parts.filter(({ facility }) => !context.open[facility]),
    context.withPlanned,
  );
}

/** Adds what was assumed or is missing behind the booked parts. */
export function addReasonsOfParts(
  reasons: ReasonCode[],
  context: AuditContext,
  parts: readonly BookedPart[],
  deadline: DeadlineState | null,
): void {
  const atDeadline = deadline?.verdict ? context.countedAt(deadline.date) : null;
  for (const part of parts) {
    const facility = context.facilities[part.facility]!;
    if (atDeadline?.[part.facility] && facility.validFrom === undefined) addReason(reasons, 'opening_date_unknown');
    if (!context.withPlanned[part.facility]) continue;
    if (facility.floorAreaM2 === undefined) addReason(reasons, 'floor_area_unknown');
    else if (part.m2 === null) addReason(reasons, 'households_unknown');
    if (part.assumedByDistance) addReason(reasons, 'assumed_by_distance');
    if (part.how === 'shared' && context.reach.method === 'straight_line') addReason(reasons, 'straight_line_estimate');
    addReason(reasons, context.coming[part.facility]!);
  }
}
