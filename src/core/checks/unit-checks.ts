import { hasInstitutionBeds, isCommunityTier } from '../plan/facility-tiers.ts';
import type { Facility, Settlement, UnitLevel } from '../plan/plan.ts';
import type { RuleKey } from '../standards/standard.ts';
import type { AuditContext, Mask, Rule } from './context.ts';
import { exactly, figuresOf, type Range } from './range.ts';
import type { Check, CheckId, Figures, Part, ReasonCode } from './result.ts';
import { addReason, makeCheck, notApplicable, withPlanned } from './make-check.ts';
import { deadlineState } from './space.ts';

interface TierRule {
  readonly check: CheckId;
  readonly rule: RuleKey;
  readonly level: UnitLevel;
  readonly counts: (facility: Facility) => boolean;
  /** Whether it is asked of urban units alone. */
  readonly urbanOnly: boolean;
}

/** One facility of the tier in every unit of the level. */
const TIER_RULES: readonly TierRule[] = [
  {
    check: 'subdistrict_centre',
    rule: 'subdistrict_centres',
    level: 'subdistrict',
    counts: ({ type }) => type === 'centre',
    urbanOnly: true,
  },
  {
    check: 'community_station',
    rule: 'community_stations',
    level: 'community',
    counts: isCommunityTier,
    urbanOnly: false,
  },
  {
    check: 'county_institution',
    rule: 'county_institutions',
    level: 'county',
    counts: ({ type }) => type === 'county_institution',
    urbanOnly: false,
  },
];

/** Levels whose institutions' beds are judged. */
const BED_LEVELS: ReadonlySet<UnitLevel> = new Set(['county', 'city']);

/** The unit level whose count a facility matters to; null: none. */
export function levelThatCounts(facility: Facility): UnitLevel | null {
  return TIER_RULES.find(({ counts }) => counts(facility))?.level ?? (hasInstitutionBeds(facility) ? 'county' : null);
}

/** The count of a tier's open facilities in a unit. Null: the unit's level does not carry such a check. */
export function judgeTier(
  context: AuditContext,
  level: UnitLevel,
  settlement: Settlement,
  inUnit: readonly number[],
): Check | null {
  const tier = TIER_RULES.find((one) => one.level === level);
  if (!tier) return null;
  const rule = context.rules[tier.rule];
  const here = inUnit.filter((f) => tier.counts(context.facilities[f]!));
  const whyNot = rule ? (tier.urbanOnly && settlement === 'rural' ? 'rural' : null) : 'no_rule';
  return countCheck(context, {
    check: tier.check,
    rule,
    unit: 'facilities',
    whyNot,
    required: rule?.value ?? 0,
    here,
    inState: (mask) => {
      const count = here.filter((f) => mask[f]).length;
      return { counted: exactly(count), required: exactly(rule?.value ?? 0) };
    },
    reasons: here.some((f) => context.open[f]) ? [] : ['no_facility'],
    ratio: null,
  });
}

/** Nursing beds as a share of all beds in institutions. Null: the unit's level does not carry the check. */
export function judgeNursingBeds(context: AuditContext, level: UnitLevel, inUnit: readonly number[]): Check | null {
  if (!BED_LEVELS.has(level)) return null;
  const rule = context.rules.nursing_bed_share;
  const here = inUnit.filter((f) => hasInstitutionBeds(context.facilities[f]!));
  const bedsIn = (mask: Mask) => sumBeds(here.filter((f) => mask[f]).map((f) => context.facilities[f]!));
  const today = bedsIn(context.open);
  const everOpen = bedsIn(context.withPlanned);
  const reasons: ReasonCode[] = [];
  if (everOpen.bedsUnknown) reasons.push('beds_unknown');
  if (everOpen.nursingUnknown) reasons.push('nursing_beds_unknown');
  const noBeds = today.beds === 0 && !today.bedsUnknown;
  return countCheck(context, {
    check: 'nursing_beds',
    rule,
    unit: 'beds',
    whyNot: rule ? (noBeds ? 'no_beds' : null) : 'no_rule',
    required: rule && !today.bedsUnknown ? (rule.value * today.beds) / 100 : null,
    here,
    inState: (mask) => surplusOf(bedsIn(mask), rule?.value ?? 0),
    reasons,
    basis: rule ? { rate: rule.value / 100, quantity: today.bedsUnknown ? null : today.beds } : null,
    ratio: today.beds > 0 && !today.bedsUnknown && !today.nursingUnknown ? today.nursing / today.beds : null,
  });
}

interface Beds {
  readonly beds: number;
  readonly nursing: number;
  /** Beds of institutions whose nursing beds are unknown: any of them may be. */
  readonly maybeNursing: number;
  /** Nursing beds of institutions whose other beds are unknown. */
  readonly nursingAlone: number;
  readonly bedsUnknown: boolean;
  readonly nursingUnknown: boolean;
  /** Some institution states neither. */
  readonly nothingKnown: boolean;
}

function sumBeds(facilities: readonly Facility[]): Beds {
  let [beds, nursing, maybeNursing, nursingAlone] = [0, 0, 0, 0];
  for (const facility of facilities) {
    if (facility.beds === undefined) {
      nursingAlone += facility.nursingBeds ?? 0;
      continue;
    }
    beds += facility.beds;
    if (facility.nursingBeds === undefined) maybeNursing += facility.beds;
    else nursing += facility.nursingBeds;
  }
  return {
    beds,
    nursing,
    maybeNursing,
    nursingAlone,
    bedsUnknown: facilities.some((facility) => facility.beds === undefined),
    nursingUnknown: facilities.some((facility) => facility.nursingBeds === undefined),
    nothingKnown: facilities.some((facility) => facility.beds === undefined && facility.nursingBeds === undefined),
  };
}

/**
 * Nursing beds against the share of beds, as ranges. An institution whose beds are unknown has at least its nursing
 * beds: alone they exceed any share, with unknown others they may fall below it.
 */
function surplusOf(sum: Beds, percent: number): { counted: Range; required: Range } {
  const nursing = sum.nursing + sum.nursingAlone;
  const beds = sum.beds + sum.nursingAlone;
  return {
    counted: { lo: nursing, hi: sum.nothingKnown ? Infinity : nursing + sum.maybeNursing },
    required: { lo: (percent * beds) / 100, hi: sum.bedsUnknown ? Infinity : (percent * beds) / 100 },
  };
}

interface CountQuestion {
  readonly check: CheckId;
  readonly rule: Rule | null;
  readonly unit: Check['unit'];
  readonly whyNot: ReasonCode | null;
  readonly required: number | null;
  readonly here: readonly number[];
  readonly inState: (mask: Mask) => { counted: Range; required: Range };
  readonly reasons: readonly ReasonCode[];
  readonly ratio: number | null;
  readonly basis?: Check['basis'];
}

function countCheck(context: AuditContext, question: CountQuestion): Check {
  const { check, rule, unit, whyNot, here } = question;
  if (whyNot) return notApplicable({ check, role: 'binding', unit }, whyNot, rule);
  const figures = (mask: Mask): Figures => {
    const { counted, required } = question.inState(mask);
    return figuresOf(counted, required);
  };
  const today = figures(context.open);
  const planned = figures(context.withPlanned);
  const deadline = deadlineState(context, rule?.deadline ?? null, today.verdict === 'short', figures);
  const atDeadline = deadline?.verdict ? context.countedAt(deadline.date) : null;
  const reasons = [...question.reasons];
  for (const f of here) {
    if (atDeadline?.[f] && context.facilities[f]!.validFrom === undefined) addReason(reasons, 'opening_date_unknown');
    addReason(reasons, context.coming[f]!);
  }
  const part = (f: number): Part => ({ facility: context.facilities[f]!.id, m2: null, how: 'contains' });
  return makeCheck({
    check,
    role: 'binding',
    unit,
    figures: {
      verdict: withPlanned(today.verdict, planned.verdict),
      required: question.required,
      counted: today.counted,
      gap: today.gap,
      ratio: question.ratio,
      planned,
      deadline,
    },
    adds: here.filter((f) => context.coming[f]).map(part),
    basis: question.basis ?? null,
    reasons,
    parts: here.filter((f) => context.open[f]).map(part),
    rule,
  });
}
