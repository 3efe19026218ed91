import { countsLand, landOf } from '../plan/facility-tiers.ts';
import type { Area } from '../plan/plan.ts';
import { type AuditContext, type Mask } from './context.ts';
import { exactly, exactValue, figuresOf, UNKNOWN, type Range } from './range.ts';
import type { Check, CheckFigures, Part, ReasonCode } from './result.ts';
import { addReason, makeCheck, NOT_APPLICABLE, notApplicable, withPlanned } from './make-check.ts';

/** Land of facilities, in flat arrays of one length: facilities by position, m² (NaN: the land is unknown). */
interface LandParts {
  readonly facility: Uint32Array;
  readonly m2: Float64Array;
}

/** What each area gets of the land around it: the parts of area `a` are those from `start[a]` up to `start[a + 1]`. */
export interface SharedLand extends LandParts {
  readonly start: Uint32Array;
}

/** Those whom the rule means by 人均: a setting. */
export function personsOf(
  { settings }: Pick<AuditContext, 'settings'>,
  { residents, elders }: Area,
): number | undefined {
  return settings.land_per === 'elders' ? elders : residents;
}

/**
 * Each facility's land shared among the areas that walk to it, by persons × the share of origins that reach it.
 * The shares of a facility add up to its land; one that nobody reaches gives none.
 */
export function shareLand(context: LandGround): SharedLand {
  const { areas, facilities, catchments } = context;
  const persons = Float64Array.from(areas, (area) => personsOf(context, area) ?? 0);
  const giving = facilities.flatMap((facility, f) => {
    const catchment = catchments.get(facility.id);
    const land = landOf(facility);
    return catchment && countsLand(facility) && land !== 0 ? [{ f, land: land ?? NaN, catchment }] : [];
  });
  const start = new Uint32Array(areas.length + 1);
  for (const { catchment } of giving) {
    for (let k = 0; k < catchment.area.length; k++) {
      if (persons[catchment.area[k]!]! * catchment.share[k]! > 0) start[catchment.area[k]! + 1]!++;
    }
  }
  for (let a = 0; a < areas.length; a++) start[a + 1]! += start[a]!;
  const facility = new Uint32Array(start[areas.length]!);
  const m2 = new Float64Array(start[areas.length]!);
  const next = start.slice();
  for (const { f, land, catchment } of giving) {
    let total = 0;
    for (let k = 0; k < catchment.area.length; k++) total += persons[catchment.area[k]!]! * catchment.share[k]!;
    for (let k = 0; k < catchment.area.length; k++) {
      const a = catchment.area[k]!;
      const weight = persons[a]! * catchment.share[k]!;
      if (!(weight > 0)) continue;
      facility[next[a]!] = f;
      m2[next[a]!++] = (land * weight) / total;
    }
  }
  return { start, facility, m2 };
}

/** What sharing land depends on: no date and no standard. */
type LandGround = Pick<AuditContext, 'areas' | 'facilities' | 'catchments' | 'settings'>;

/** Judges an area's share of land within its circle. */
export function judgeAreaLand(context: AuditContext, shared: SharedLand, a: number): CheckFigures {
  const persons = personsRange(personsOf(context, context.areas[a]!));
  // Without a place it is unknown what lies in its circle.
  if (context.reach.origins.basis[a] === 'none') return judgeLand(context, persons, null, 0, 0);
  return judgeLand(context, persons, shared, shared.start[a]!, shared.start[a + 1]!);
}

/** The judgement as a check, explained: an indicator unless the setting makes it binding. */
export function explainAreaLand(context: AuditContext, shared: SharedLand, a: number): Check {
  const located = context.reach.origins.basis[a] !== 'none';
  const reasons: ReasonCode[] = [];
  if (!located) reasons.push('no_geometry');
  else if (context.reach.method === 'straight_line') reasons.push('straight_line_estimate');
  if (context.areas[a]!.estimated?.[context.settings.land_per]) reasons.push('population_estimated');
  const [from, to] = [shared.start[a]!, shared.start[a + 1]!];
  return explainLand(context, {
    role: landRole(context),
    persons: personsRange(personsOf(context, context.areas[a]!)),
    figures: judgeAreaLand(context, shared, a),
    parts: { facility: shared.facility.subarray(from, to), m2: shared.m2.subarray(from, to) },
    reasons,
    how: 'shared',
  });
}

export function landRole({ settings }: AuditContext): Check['role'] {
  return settings.land_binds ? 'binding' : 'indicator';
}

/** Judges all land of the facilities in a unit against the persons of the same unit (the clause as written). */
export function judgeUnitLand(
  context: AuditContext,
  facilities: readonly number[],
  persons: Range,
  reasons: readonly ReasonCode[],
): Check {
  const giving = facilities.filter((f) => {
    const facility = context.facilities[f]!;
    return countsLand(facility) && landOf(facility) !== 0;
  });
  const parts = {
    facility: Uint32Array.from(giving),
    m2: Float64Array.from(giving, (f) => landOf(context.facilities[f]!) ?? NaN),
  };
  const figures = judgeLand(context, persons, parts, 0, giving.length);
  return explainLand(context, { role: 'binding', persons, figures, parts, reasons, how: 'contains' });
}

export function personsRange(persons: number | undefined): Range {
  return persons === undefined ? UNKNOWN : exactly(persons);
}

/** Judges the parts from `from` up to `to`; null: which there are is unknown. */
function judgeLand(
  context: AuditContext,
  persons: Range,
  parts: LandParts | null,
  from: number,
  to: number,
): CheckFigures {
  const rule = context.rules.land_per_person;
  const quantity = exactValue(persons);
  if (!rule || quantity === 0) return NOT_APPLICABLE;
  const required = { lo: rule.value * persons.lo, hi: rule.value * persons.hi };
  const inState = (mask: Mask) => figuresOf(parts ? countLand(parts, from, to, mask) : UNKNOWN, required);
  const today = inState(context.open);
  const planned = inState(context.withPlanned);
  return {
    verdict: withPlanned(today.verdict, planned.verdict),
    required: exactValue(required),
    counted: today.counted,
    gap: today.gap,
    ratio: quantity === null ? null : today.counted! / quantity,
    planned,
    deadline: null,
  };
}

function countLand({ facility, m2 }: LandParts, from: number, to: number, mask: Mask): Range {
  let lo = 0;
  let hi = 0;
  for (let k = from; k < to; k++) {
    if (!mask[facility[k]!]) continue;
    const known = !Number.isNaN(m2[k]!);
    lo += known ? m2[k]! : 0;
    hi += known ? m2[k]! : Infinity;
  }
  return { lo, hi };
}

interface LandExplanation {
  readonly role: Check['role'];
  readonly persons: Range;
  readonly figures: CheckFigures;
  readonly parts: LandParts;
  readonly reasons: readonly ReasonCode[];
  readonly how: Part['how'];
}

function explainLand(context: AuditContext, { role, persons, figures, parts, reasons, how }: LandExplanation): Check {
  const rule = context.rules.land_per_person;
  const quantity = exactValue(persons);
  const kind = { check: 'land_per_person', role, unit: 'm2' } as const;
  if (!rule || quantity === 0) return notApplicable(kind, rule ? 'no_residents' : 'no_rule', rule);
  const all = quantity === null ? (['residents_unknown', ...reasons] as const) : reasons;
  return makeCheck({
    ...kind,
    figures,
    adds: partsWhere(context, parts, how, (f) => context.coming[f] !== null),
    reasons: withLandReasons(context, parts, all),
    parts: partsWhere(context, parts, how, (f) => context.open[f] === 1),
    basis: { rate: rule.value, quantity },
    rule,
  });
}

function partsWhere(
  { facilities }: AuditContext,
  { facility, m2 }: LandParts,
  how: Part['how'],
  counts: (f: number) => boolean,
): Part[] {
  const parts: Part[] = [];
  for (let k = 0; k < facility.length; k++) {
    const f = facility[k]!;
    if (counts(f)) parts.push({ facility: facilities[f]!.id, m2: Number.isNaN(m2[k]!) ? null : m2[k]!, how });
  }
  return parts;
}

function withLandReasons(
  { withPlanned: counts, coming, facilities }: AuditContext,
  { facility, m2 }: LandParts,
  reasons: readonly ReasonCode[],
): ReasonCode[] {
  const all = [...reasons];
  for (let k = 0; k < facility.length; k++) {
    const f = facility[k]!;
    if (!counts[f]) continue;
    if (Number.isNaN(m2[k]!)) addReason(all, 'land_area_unknown');
    else if (facilities[f]!.landBasis === 'apportioned') addReason(all, 'land_apportioned');
    addReason(all, coming[f]!);
  }
  return all;
}
