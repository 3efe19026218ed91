import { countsLand, landOf } from '../plan/facility-tiers.ts';
import type { Area, Facility } from '../plan/plan.ts';
import { shortfall } from '../units.ts';
import { ruleOf, sourceOf, type AuditContext, type Mask } from './context.ts';
import { onTheWay } from './facility-state.ts';
import { exactly, exactValue, judge, UNKNOWN, type Range } from './range.ts';
import type { Check, Figures, Part, ReasonCode } from './result.ts';
import { withPlanned } from './space.ts';

/** A share of one facility's land. Null: its land is unknown. */
export interface LandPart {
  /** Position in the context's facilities. */
  readonly facility: number;
  readonly m2: number | null;
}

/** Those whom the rule means by 人均: a setting. */
export function personsOf({ settings }: AuditContext, { residents, elders }: Area): number | undefined {
  return settings.land_per === 'elders' ? elders : residents;
}

/**
 * Each facility's land shared among the areas that walk to it, by persons × the share of origins that reach it.
 * The shares of a facility add up to its land; one that nobody reaches gives none. By position of the area.
 */
export function shareLand(context: AuditContext): ReadonlyMap<number, readonly LandPart[]> {
  const byArea = new Map<number, LandPart[]>();
  for (const [f, facility] of context.facilities.entries()) {
    const catchment = context.catchments.get(facility.id);
    const land = landOf(facility);
    if (!catchment || !countsLand(facility) || land === 0) continue;
    const weights = Array.from(
      catchment.area,
      (a, k) => (personsOf(context, context.areas[a]!) ?? 0) * catchment.share[k]!,
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    for (const [k, a] of catchment.area.entries()) {
      if (!(weights[k]! > 0)) continue;
      const part = { facility: f, m2: land === null ? null : (land * weights[k]!) / total };
      const parts = byArea.get(a);
      if (parts) parts.push(part);
      else byArea.set(a, [part]);
    }
  }
  return byArea;
}

/** Judges an area's share of land within its circle: an indicator unless the setting makes it binding. */
export function judgeAreaLand(context: AuditContext, parts: readonly LandPart[], a: number): Check {
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
  const parts = facilities
    .filter((f) => countsLand(context.facilities[f]!))
    .map((f) => ({ facility: f, m2: landOf(context.facilities[f]!) }))
    .filter(({ m2 }) => m2 !== 0);
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

function countLand(parts: readonly LandPart[], mask: Mask): Range {
  let lo = 0;
  let hi = 0;
  for (const { facility, m2 } of parts) {
    if (!mask[facility]) continue;
    lo += m2 ?? 0;
    hi += m2 ?? Infinity;
  }
  return { lo, hi };
}

interface LandQuestion {
  readonly persons: Range;
  readonly parts: readonly LandPart[];
  readonly role: Check['role'];
  readonly counts: (mask: Mask) => Range;
  readonly reasons: readonly ReasonCode[];
  readonly how: Part['how'];
}

function landCheck(context: AuditContext, { persons, parts, role, counts, reasons, how }: LandQuestion): Check {
  const rule = ruleOf(context, 'land_per_person');
  const quantity = exactValue(persons);
  const base = { check: 'land_per_person', role, unit: 'm2', deadline: null, source: sourceOf(context, rule) } as const;
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
  const shown = (mask: Mask): Part[] =>
    parts
      .filter(({ facility }) => mask[facility])
      .map(({ facility, m2 }) => ({ facility: context.facilities[facility]!.id, m2, how }));
  const coming = parts.filter(({ facility }) => !context.open[facility]);
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
    parts: shown(context.open),
    planned: {
      ...planned,
      adds: coming
        .filter(({ facility }) => context.withPlanned[facility])
        .map(({ facility, m2 }) => ({ facility: context.facilities[facility]!.id, m2, how })),
    },
    basis: { rate: rule.value, quantity },
  };
}

function landReasons(context: AuditContext, parts: readonly LandPart[]): ReasonCode[] {
  const reasons = new Set<ReasonCode>();
  for (const { facility: f, m2 } of parts) {
    if (!context.withPlanned[f]) continue;
    const facility: Facility = context.facilities[f]!;
    if (m2 === null) reasons.add('land_area_unknown');
    if (facility.landBasis === 'apportioned') reasons.add('land_apportioned');
    const coming = context.open[f] ? null : onTheWay(facility, context.asOf);
    if (coming) reasons.add(coming);
  }
  return [...reasons].sort();
}
