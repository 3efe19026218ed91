import { countsLand, landOf } from '../plan/facility-tiers.ts';
import type { Area } from '../plan/plan.ts';
import { type AuditContext, type Mask } from './context.ts';
import { exactly, exactValue, figuresOf, UNKNOWN, type Range } from './range.ts';
import type { Check, Part, ReasonCode } from './result.ts';
import { addReason, makeCheck, notApplicable, withPlanned } from './make-check.ts';

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

const ESTIMATE: readonly ReasonCode[] = ['straight_line_estimate'];
const NO_PLACE: readonly ReasonCode[] = ['no_geometry'];

/** Judges an area's share of land within its circle: an indicator unless the setting makes it binding. */
export function judgeAreaLand(context: AuditContext, parts: LandParts, a: number): Check {
  const area = context.areas[a]!;
  const located = context.reach.origins.basis[a] !== 'none';
  return landCheck(context, {
    persons: personsRange(personsOf(context, area)),
    parts,
    role: context.settings.land_binds ? 'binding' : 'indicator',
    // Without a place it is unknown what lies in its circle.
    counts: located ? (mask) => countLand(parts, mask) : () => UNKNOWN,
    reasons: located ? (context.reach.method === 'straight_line' ? ESTIMATE : []) : NO_PLACE,
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
  const kind = { check: 'land_per_person', role, unit: 'm2' } as const;
  if (!rule || quantity === 0) return notApplicable(kind, rule ? 'no_residents' : 'no_rule', rule);
  const required = { lo: rule.value * persons.lo, hi: rule.value * persons.hi };
  const today = figuresOf(counts(context.open), required);
  const planned = figuresOf(counts(context.withPlanned), required);
  const all = quantity === null ? (['residents_unknown', ...reasons] as const) : reasons;
  return makeCheck({
    check: 'land_per_person',
    role,
    unit: 'm2',
    verdict: withPlanned(today.verdict, planned.verdict),
    required: exactValue(required),
    today,
    planned,
    adds: partsWhere(context, parts, how, (f) => context.coming[f] !== null),
    ratio: quantity === null ? null : today.counted! / quantity,
    reasons: withLandReasons(context, parts, all),
    parts: partsWhere(context, parts, how, (f) => context.open[f] === 1),
    basis: { rate: rule.value, quantity },
    rule,
  });
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
