import type { Area } from '../plan/plan.ts';
import { eitherClass } from './class-unknown.ts';
import { householdsOf, type AuditContext, type JudgedClass } from './context.ts';
import { rateOf, readAs, whyNotApplicable, type SpaceShare } from './floor-area.ts';
import { judgeUnitLand, personsOf, personsRange } from './land-per-person.ts';
import { exactValue, judge, type Range } from './range.ts';
import type { Check, ClassFigures, Figures, UnitResult, Verdict } from './result.ts';
import { shortfall } from '../units.ts';
import { judgeNursingBeds, judgeTier } from './unit-checks.ts';
import type { UnitNode } from './unit-tree.ts';
import { circleCheck, eldersUncovered, requiredShare, shareFigures, type CircleCoverage } from './walk-circle.ts';
import { withPlanned } from './space.ts';

/** What a unit's figures are summed from. */
export interface UnitParts {
  /** Each area's own verdict, by position. */
  readonly verdicts: readonly Verdict[];
  readonly coverage: CircleCoverage;
  /** What each area brings to floor-area sums, unknown classes read one way. Null: left out. */
  readonly shares: Readonly<Record<JudgedClass, readonly (SpaceShare | null)[]>>;
}

/** One unit's row: sums of its areas, the clauses asked of the unit itself, and how many areas stand how. */
export function judgeUnit(context: AuditContext, node: UnitNode, parts: UnitParts): UnitResult {
  const byVerdict: Partial<Record<Verdict, number>> = {};
  for (const a of node.areas) {
    const verdict = parts.verdicts[a]!;
    byVerdict[verdict] = (byVerdict[verdict] ?? 0) + 1;
  }
  const inside = node.areas.map((a) => context.areas[a]!);
  return {
    level: node.level,
    name: node.name,
    path: node.path,
    checks: [
      sumFloorArea(context, node, parts),
      sumCircle(context, node, parts.coverage),
      judgeUnitLand(context, node.facilities, unitPersons(context, node, inside)),
      judgeTier(context, node.level, node.settlement, node.facilities),
      judgeNursingBeds(context, node.level, node.facilities),
    ].filter((check) => check !== null),
    areas_by_verdict: byVerdict,
    residents: node.row?.residents ?? sumKnown(inside.map(({ residents }) => residents)),
    elders: node.row?.elders ?? sumKnown(inside.map(({ elders }) => elders)),
    elders_uncovered: sumKnown(node.areas.map((a) => eldersUncovered(context, parts.coverage, a) ?? undefined)),
  };
}

/** Null unless every one is known: a sum of some would pass for the whole. */
function sumKnown(values: readonly (number | undefined)[]): number | null {
  if (values.length === 0 || values.includes(undefined)) return null;
  return values.reduce((sum: number, value) => sum + value!, 0);
}

/** The unit's own figure if its table gives one, else its areas': known in part, it is at least that. */
function unitPersons(context: AuditContext, { row }: UnitNode, areas: readonly Area[]): Range {
  const stated = context.settings.land_per === 'elders' ? row?.elders : row?.residents;
  if (stated !== undefined || areas.length === 0) return personsRange(stated);
  const persons = areas.map((area) => personsOf(context, area));
  const sum = persons.reduce((total: number, one) => total + (one ?? 0), 0);
  return { lo: sum, hi: persons.includes(undefined) ? Infinity : sum };
}

/**
 * Σ counted against Σ required over the areas whose households are known: a sum may be met while areas fall short.
 * Pools come in by their members' shares. No ratio is ever averaged.
 */
function sumFloorArea(context: AuditContext, { areas }: UnitNode, { shares }: UnitParts): Check {
  const classKnown = areas.every((a) => context.areas[a]!.class !== 'unknown');
  const asBuilt = sumShares(areas, shares.built);
  const asNew = classKnown ? asBuilt : sumShares(areas, shares.new);
  const leftOut = areas.filter((a) => {
    const area = context.areas[a]!;
    return householdsOf(context, area) === undefined && !whyNotApplicable(context, area, readAs(area, 'built'));
  });
  const verdict = classKnown ? asBuilt.verdict : eitherClass(asNew.verdict, asBuilt.verdict);
  const nothing = verdict === 'not_applicable';
  return {
    check: 'floor_area',
    role: 'indicator',
    ...asBuilt,
    verdict: nothing && leftOut.length > 0 ? 'no_data' : verdict,
    unit: 'm2',
    reasons: [
      ...(areas.length === 0 ? (['unit_without_areas'] as const) : []),
      ...(leftOut.length > 0 ? (['areas_left_out', 'households_unknown'] as const) : []),
      ...(classKnown ? [] : (['class_unknown'] as const)),
    ],
    ...(leftOut.length > 0 ? { left_out: leftOut.map((a) => context.areas[a]!.id) } : {}),
    parts: [],
    basis: null,
    ...(classKnown ? {} : { by_class: { new: asNew, built: asBuilt } }),
    source: rateOf(context, 'built')?.source ?? null,
  };
}

function sumShares(areas: readonly number[], shares: readonly (SpaceShare | null)[]): ClassFigures {
  const need = { lo: 0, hi: 0 };
  const today = { lo: 0, hi: 0 };
  const planned = { lo: 0, hi: 0 };
  let households = 0;
  for (const a of areas) {
    const share = shares[a];
    if (!share) continue;
    addTo(need, share.need);
    addTo(today, share.today);
    addTo(planned, share.planned);
    households += share.households;
  }
  if (households === 0) {
    const none = { required: null, counted: null, gap: null, ratio: null, planned: null, deadline: null };
    return { ...none, verdict: 'not_applicable' };
  }
  const inState = (counted: Range): Figures => {
    const verdict = judge(counted, need);
    return { counted: counted.lo, gap: verdict === 'no_data' ? null : shortfall(counted.lo, need.lo), verdict };
  };
  const now = inState(today);
  const later = inState(planned);
  return {
    ...now,
    verdict: withPlanned(now.verdict, later.verdict),
    required: exactValue(need),
    ratio: (now.counted! * 100) / households,
    planned: later,
    deadline: null,
  };
}

function addTo(sum: { lo: number; hi: number }, { lo, hi }: Range): void {
  sum.lo += lo;
  sum.hi += hi;
}

/** The unit's covered share: weighted by elders if every area has them, else by residents, else by households. */
function sumCircle(context: AuditContext, { areas }: UnitNode, coverage: CircleCoverage): Check {
  const inside = areas.map((a) => context.areas[a]!);
  const rule = context.rules.circle_minutes;
  const source = rule?.source ?? null;
  if (!rule) return { ...circleCheck(null, null, null, null, ['no_rule']), source, role: 'indicator' };
  if (areas.length === 0)
    return { ...circleCheck(1, null, null, null, ['unit_without_areas']), source, role: 'indicator' };
  const weights = [
    inside.map(({ elders }) => elders),
    inside.map(({ residents }) => residents),
    inside.map(({ households }) => households),
  ].find((column): column is number[] => !column.includes(undefined));
  const unplaced = areas.some((a) => Number.isNaN(coverage.today.share[a]!));
  const total = weights?.reduce((sum, weight) => sum + weight, 0) ?? 0;
  const { basis } = context.reach.origins;
  const required = areas.every((a) => basis[a] === 'point') ? 1 : requiredShare(context, 'sampled');
  const estimate = context.reach.method === 'straight_line' ? (['straight_line_estimate'] as const) : [];
  if (!weights || total === 0 || unplaced) {
    const why = unplaced ? 'no_geometry' : 'elders_unknown';
    return { ...circleCheck(required, null, null, null, [why]), source, role: 'indicator' };
  }
  const shareOf = (share: Float64Array) => areas.reduce((sum, a, k) => sum + weights[k]! * share[a]!, 0) / total;
  const today = shareFigures(shareOf(coverage.today.share), required);
  const planned = shareFigures(shareOf(coverage.planned.share), required);
  return {
    ...circleCheck(required, today, planned, today.counted, [...estimate]),
    source,
    role: 'indicator',
  };
}
