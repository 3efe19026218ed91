import type { Coverage } from '../access/coverage.ts';
import { countVerdicts } from './area-columns.ts';
import { eitherClass } from './class-unknown.ts';
import { householdsOf, type AuditContext, type JudgedClass } from './context.ts';
import { rateOf, readAs, whyNotApplicable } from './floor-area.ts';
import { judgeUnitLand, personsRange } from './land-per-person.ts';
import type { EstimatedFigure } from '../plan/plan.ts';
import { exactValue, figuresOf, type Range } from './range.ts';
import type { Check, CheckFigures, ReasonCode, UnitResult } from './result.ts';
import type { SpaceColumns } from './space-columns.ts';
import { judgeNursingBeds, judgeTier } from './unit-checks.ts';
import type { UnitNode } from './unit-tree.ts';
import { circleFigures, requiredShare, shareFigures, type CircleCoverage } from './walk-circle.ts';
import { makeCheck, NOT_APPLICABLE, notApplicable, withPlanned } from './make-check.ts';

/** What a unit's figures are summed from. */
export interface UnitParts {
  /** Each area's own verdict, by position, as a code. */
  readonly verdicts: Uint8Array;
  readonly coverage: CircleCoverage;
  /** What each area brings to floor-area sums, unknown classes read one way. */
  readonly shares: Readonly<Record<JudgedClass, SpaceColumns>>;
}

/** One unit's row: sums of its areas, the clauses asked of the unit itself, and how many areas stand how. */
export function judgeUnit(context: AuditContext, node: UnitNode, parts: UnitParts): UnitResult {
  const { counts } = context;
  return {
    level: node.level,
    name: node.name,
    path: node.path,
    checks: [
      sumFloorArea(context, node, parts),
      sumCircle(context, node, parts.coverage),
      landOfUnit(context, node),
      ...dutiesOfUnit(context, node),
    ],
    areas_by_verdict: countVerdicts(parts.verdicts, node.areas),
    residents: node.row?.residents ?? sumKnown(node.areas, (a) => counts.residents[a]!),
    elders: node.row?.elders ?? sumKnown(node.areas, (a) => counts.elders[a]!),
    elders_uncovered: sumKnown(node.areas, (a) => counts.elders[a]! * (1 - parts.coverage.today.share[a]!)),
  };
}

/** The facilities that every unit of its level must have. */
export function dutiesOfUnit(context: AuditContext, { level, settlement, facilities }: UnitNode): Check[] {
  return [judgeTier(context, level, settlement, facilities), judgeNursingBeds(context, level, facilities)].filter(
    (check) => check !== null,
  );
}

/** All land in a unit against the persons of the same unit. */
export function landOfUnit(context: AuditContext, node: UnitNode): Check {
  const per = context.settings.land_per;
  const estimated = node.row?.[per] === undefined && hasEstimates(context, node.areas, per);
  const reasons = estimated ? (['population_estimated'] as const) : [];
  return judgeUnitLand(context, node.facilities, unitPersons(context, node), reasons);
}

/** Whether a sum over some areas holds a figure that was estimated. */
function hasEstimates({ areas }: AuditContext, inside: readonly number[], figure: EstimatedFigure): boolean {
  return inside.some((a) => areas[a]!.estimated?.[figure] !== undefined);
}

/** Null unless every one is known (not NaN): a sum of some would pass for the whole. */
function sumKnown(areas: readonly number[], valueOf: (area: number) => number): number | null {
  if (areas.length === 0) return null;
  let sum = 0;
  for (const a of areas) sum += valueOf(a);
  return Number.isNaN(sum) ? null : sum;
}

/** The unit's own figure if its table gives one, else its areas': known in part, it is at least that. */
function unitPersons({ settings, counts }: AuditContext, { row, areas }: UnitNode): Range {
  const stated = settings.land_per === 'elders' ? row?.elders : row?.residents;
  if (stated !== undefined || areas.length === 0) return personsRange(stated);
  const persons = settings.land_per === 'elders' ? counts.elders : counts.residents;
  let sum = 0;
  let known = true;
  for (const a of areas) {
    if (Number.isNaN(persons[a]!)) known = false;
    else sum += persons[a]!;
  }
  return { lo: sum, hi: known ? sum : Infinity };
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
  const reasons: ReasonCode[] = [];
  if (areas.length === 0) reasons.push('unit_without_areas');
  if (leftOut.length > 0) reasons.push('areas_left_out', 'households_unknown');
  if (asBuilt.verdict === 'no_data') reasons.push('floor_area_unknown');
  if (!classKnown) reasons.push('class_unknown');
  return makeCheck({
    check: 'floor_area',
    role: 'indicator',
    unit: 'm2',
    figures: { ...asBuilt, verdict: verdict === 'not_applicable' && leftOut.length > 0 ? 'no_data' : verdict },
    reasons,
    byClass: classKnown ? undefined : { new: asNew, built: asBuilt },
    leftOut: leftOut.map((a) => context.areas[a]!.id),
    rule: rateOf(context, 'built'),
  });
}

/** Sums over areas, by their shares; not applicable where none of them has households. */
export function sumShares(areas: readonly number[], columns: SpaceColumns): CheckFigures {
  let [needLo, needHi, todayLo, todayHi, plannedLo, plannedHi, households] = [0, 0, 0, 0, 0, 0, 0];
  for (const a of areas) {
    if (!columns.has(a)) continue;
    needLo += columns.needLo[a]!;
    needHi += columns.needHi[a]!;
    todayLo += columns.todayLo[a]!;
    todayHi += columns.todayHi[a]!;
    plannedLo += columns.plannedLo[a]!;
    plannedHi += columns.plannedHi[a]!;
    households += columns.households[a]!;
  }
  if (households === 0) {
    return NOT_APPLICABLE;
  }
  const need = { lo: needLo, hi: needHi };
  const now = figuresOf({ lo: todayLo, hi: todayHi }, need);
  const later = figuresOf({ lo: plannedLo, hi: plannedHi }, need);
  return {
    counted: now.counted,
    gap: now.gap,
    verdict: withPlanned(now.verdict, later.verdict),
    required: exactValue(need),
    ratio: (now.counted! * 100) / households,
    planned: later,
    deadline: null,
  };
}

/** The unit's covered share: weighted by elders if every area has them, else by residents, else by households. */
function sumCircle(context: AuditContext, { areas }: UnitNode, coverage: CircleCoverage): Check {
  const rule = context.rules.circle_minutes;
  const kind = { check: 'walk_circle', role: 'indicator', unit: 'share' } as const;
  if (!rule) return notApplicable(kind, 'no_rule', rule);
  const noData = (required: number, reason: ReasonCode) =>
    makeCheck({ ...kind, figures: circleFigures(required, null, null), reasons: [reason], rule });
  if (areas.length === 0) return noData(1, 'unit_without_areas');
  const { elders, residents, households } = context.counts;
  const { basis } = context.reach.origins;
  const required = areas.every((a) => basis[a] === 'point') ? 1 : requiredShare(context, 'sampled');
  const weights = [elders, residents, households].find((column) => sumKnown(areas, (a) => column[a]!) !== null);
  const total = weights ? sumKnown(areas, (a) => weights[a]!)! : 0;
  const covered = ({ share }: Coverage) => sumKnown(areas, (a) => (weights?.[a] ?? NaN) * share[a]!);
  const today = covered(coverage.today);
  const planned = covered(coverage.planned);
  if (today === null || planned === null || total === 0) {
    return noData(required, areas.some((a) => basis[a] === 'none') ? 'no_geometry' : 'elders_unknown');
  }
  const figures = circleFigures(
    required,
    shareFigures(today / total, required),
    shareFigures(planned / total, required),
  );
  const reasons: ReasonCode[] = [];
  if (context.reach.method === 'straight_line') reasons.push('straight_line_estimate');
  const weighedBy = weights === elders ? 'elders' : weights === residents ? 'residents' : null;
  if (weighedBy && hasEstimates(context, areas, weighedBy)) reasons.push('population_estimated');
  return makeCheck({ ...kind, figures, reasons, rule });
}
