import { countsLand, landOf } from '../plan/facility-tiers.ts';
import type { Area } from '../plan/plan.ts';
import { shortfall } from '../units.ts';
import { type AuditContext, type Mask } from './context.ts';
import { exactly, exactValue, judge, UNKNOWN, type Range } from './range.ts';
import type { Check, Figures, Part, ReasonCode } from './result.ts';
import { withPlanned } from './space.ts';

/** Land of facilities, in flat arrays of one length: facilities by position, m² (NaN: the land is unknown). */
export interface LandParts {
  readonly facility: Uint32Array;
  readonly m2: Float64Array;
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
 * The shares of a facility add up to its land; one that nobody reaches gives none. One entry an area.
 */
export function shareLand(context: LandGround): LandParts[] {
  const { areas, facilities, catchments } = context;
  const persons = Float64Array.from(areas, (area) => personsOf(context, area) ?? 0);
  const giving = facilities.flatMap((facility, f) => {
    const catchment = catchments.get(facility.id);
    const land = landOf(facility);
    return catchment && countsLand(facility) && land !== 0 ? [{ f, land: land ?? NaN, catchment }] : [];
  });
  const count = new Uint32Array(areas.length);
  for (const { catchment } of giving) {
    for (const a of catchment.area) if (persons[a]! > 0) count[a]!++;
  }
  const parts = Array.from(count, (length) => ({ facility: new Uint32Array(length), m2: new Float64Array(length) }));
  const filled = new Uint32Array(areas.length);
  for (const { f, land, catchment } of giving) {
    let total = 0;
    for (let k = 0; k < catchment.area.length; k++) total += persons[catchment.area[k]!]! * catchment.share[k]!;
    for (let k = 0; k < catchment.area.length; k++) {
      const a = catchment.area[k]!;
      const weight = persons[a]! * catchment.share[k]!;
      if (!(weight > 0)) continue;
      parts[a]!.facility[filled[a]!] = f;
      parts[a]!.m2[filled[a]!++] = (land * weight) / total;
    }
  }
  return parts;
}

/** What sharing land depends on: no date and no standard. */
type LandGround = Pick<AuditContext, 'areas' | 'facilities' | 'catchments' | 'settings'>;

/** Judges an area's share of land within its circle: an indicator unless the setting makes it binding. */
export function judgeAreaLand(context: AuditContext, parts: LandParts, a: number): Check {
  const area = context.areas[a]!;
  const located = context.reach.origins.basis[a] !== 'none';
  const estimate = located && context.reach.method === 'straight_line' ? (['straight_line_estimate'] as const) : [];
  return landCheck(context, {
    persons: personsRange(personsOf(context, area)),
    parts,
    role: context.settings.land_binds ? 'binding' : 'indicator',
    // Without a place it is unknown what lies in its circle.
    counts: located ? (mask) => countLand(parts, mask) : () => UNKNOWN,
    reasons: [...(located ? [] : (['no_geometry'] as const)), ...estimate],
    how: 'shared',
  });
}

/** Judges all land of the facilities in a unit against the persons of the same unit (the clause as written). */
export function judgeUnitLand(context: AuditContext, facilities: readonly number[], persons: Range): Check {
  const giving = facilities.filter((f) => {
    const facility = context.facilities[f]!;
    return countsLand(facility) && landOf(facility) !== 0;
  });
  const parts = {
    facility: Uint32Array.from(giving),
    m2: Float64Array.from(giving, (f) => landOf(context.facilities[f]!) ?? NaN),
  };
  return landCheck(context, {
    persons,
    parts,
    role: 'binding',
    counts: (mask) => countLand(parts, mask),
    reasons: [],
    how: 'contains',
  });
}

export function personsRange(persons: number | undefined): Range {
  return persons === undefined ? UNKNOWN : exactly(persons);
}

function countLand({ facility, m2 }: LandParts, mask: Mask): Range {
  let lo = 0;
  let hi = 0;
  for (let k = 0; k < facility.length; k++) {
    if (!mask[facility[k]!]) continue;
    const known = !Number.isNaN(m2[k]!);
    lo += known ? m2[k]! : 0;
    hi += known ? m2[k]! : Infinity;
  }
  return { lo, hi };
}

interface LandQuestion {
  readonly persons: Range;
  readonly parts: LandParts;
  readonly role: Check['role'];
  readonly counts: (mask: Mask) => Range;
  readonly reasons: readonly ReasonCode[];
  readonly how: Part['how'];
}

function landCheck(context: AuditContext, { persons, parts, role, counts, reasons, how }: LandQuestion): Check {
  const rule = context.rules.land_per_person;
  const quantity = exactValue(persons);
  const base = { check: 'land_per_person', role, unit: 'm2', deadline: null, source: rule?.source ?? null } as const;
  if (!rule || quantity === 0) {
    const none = { required: null, counted: null, gap: null, ratio: null, planned: null, basis: null };
    return { ...base, ...none, verdict: 'not_applicable', reasons: [rule ? 'no_residents' : 'no_rule'], parts: [] };
  }
  const required = { lo: rule.value * persons.lo, hi: rule.value * persons.hi };
  const inState = (mask: Mask): Figures => {
    const counted = counts(mask);
    const verdict = judge(counted, required);
    return { counted: counted.lo, gap: verdict === 'no_data' ? null : shortfall(counted.lo, required.lo), verdict };
  };
  const today = inState(context.open);
  const planned = inState(context.withPlanned);
  return {
    ...base,
    verdict: withPlanned(today.verdict, planned.verdict),
    required: exactValue(required),
    counted: today.counted,
    gap: today.gap,
    ratio: quantity === null ? null : today.counted! / quantity,
    reasons: [
      ...(quantity === null ? (['residents_unknown'] as const) : []),
      ...reasons,
      ...landReasons(context, parts),
    ],
    parts: partsWhere(context, parts, how, (f) => context.open[f] === 1),
    planned: {
      ...planned,
      adds: partsWhere(context, parts, how, (f) => context.open[f] === 0 && context.withPlanned[f] === 1),
    },
    basis: { rate: rule.value, quantity },
  };
}

function partsWhere(
  { facilities, listsParts }: AuditContext,
  { facility, m2 }: LandParts,
  how: Part['how'],
  counts: (f: number) => boolean,
): Part[] {
  const parts: Part[] = [];
  if (!listsParts) return parts;
  for (let k = 0; k < facility.length; k++) {
    const f = facility[k]!;
    if (counts(f)) parts.push({ facility: facilities[f]!.id, m2: Number.isNaN(m2[k]!) ? null : m2[k]!, how });
  }
  return parts;
}

function landReasons(context: AuditContext, { facility, m2 }: LandParts): ReasonCode[] {
  const reasons = new Set<ReasonCode>();
  for (let k = 0; k < facility.length; k++) {
    const f = facility[k]!;
    if (!context.withPlanned[f]) continue;
    if (Number.isNaN(m2[k]!)) reasons.add('land_area_unknown');
    if (context.facilities[f]!.landBasis === 'apportioned') reasons.add('land_apportioned');
    const coming = context.coming[f];
    if (coming) reasons.add(coming);
  }
  return [...reasons].sort();
}
