import type { PlanIndex } from '../checks/plan-index.ts';
import { unitParents } from '../checks/unit-parents.ts';
import type { UnitNode } from '../checks/unit-tree.ts';
import type { Area, EstimatedFigure, Unit } from '../plan/plan.ts';
import { compareText, TOLERANCE } from '../units.ts';
import { apportion } from './apportion.ts';
import { areaWeight } from './area-weight.ts';
import { emptyColumn, enter, statedFigure, type SpreadColumn } from './spread-column.ts';
import type { SkippedUnit, SkipReason, SpreadRequest } from './spread.ts';

type UnitsRequest = Extract<SpreadRequest, { source: 'units' }>;

export interface UnitsSpread extends SpreadColumn {
  readonly skipped: readonly SkippedUnit[];
}

/**
 * Spreads each unit's figure, less what its areas state and what the units within it have, over the areas that are left.
 * An area belongs to the lowest unit around it that has the figure, so nobody is counted twice. Null: no unit has it.
 */
export function spreadUnits(
  { areas, unitTree: { nodes } }: Pick<PlanIndex, 'areas' | 'unitTree'>,
  figure: EstimatedFigure,
  request: UnitsRequest,
): UnitsSpread | null {
  const figured = nodes.flatMap(({ row }, u) => (row?.[figure] === undefined ? [] : [u]));
  if (figured.length === 0) return null;
  const column = emptyColumn(areas, figure, 'no_unit');
  const skipped: SkippedUnit[] = [];
  const members = membersOf(nodes, figured, areas.length);
  const within = figuresWithin(nodes, figured, figure);
  for (const u of figured) {
    const unit = nodes[u]!.row!;
    const pot = sortMembers(areas, members.get(u) ?? [], unit, figure, request);
    const skip = spreadUnit(column, unit, unit[figure]! - (within.get(u) ?? 0) - pot.stated, pot, request);
    if (skip) skipped.push({ unit: unit.path, ...skip });
  }
  return { ...column, skipped: skipped.sort((a, b) => compareText(a.unit, b.unit)) };
}

/** The areas of a unit by what they can get. */
interface Pot {
  /** Those that get a part of what is left, by weight. */
  readonly open: number[];
  readonly weights: number[];
  /** Those that get their own residents × the unit's share of elders: persons, not yet whole. */
  readonly byShare: number[];
  readonly quotas: number[];
  /** Those whose weight is unknown. */
  readonly weightless: number[];
  /** Persons that the others state. */
  stated: number;
  readonly members: number;
}

function sortMembers(
  areas: readonly Area[],
  members: readonly number[],
  unit: Unit,
  figure: EstimatedFigure,
  { weight, overwrite, eldersByShare }: UnitsRequest,
): Pot {
  const pot: Pot = {
    open: [],
    weights: [],
    byShare: [],
    quotas: [],
    weightless: [],
    stated: 0,
    members: members.length,
  };
  const byShare = figure === 'elders' && eldersByShare && !overwrite;
  const share = byShare && unit.residents! > 0 ? unit.elders! / unit.residents! : NaN;
  for (const a of members) {
    const area = areas[a]!;
    const stated = statedFigure(area, figure);
    const known = areaWeight(area, weight);
    const quota = statedFigure(area, 'residents') * share;
    if (Number.isNaN(stated) && !Number.isNaN(quota)) {
      pot.byShare.push(a);
      pot.quotas.push(quota);
    } else if ((Number.isNaN(stated) || overwrite) && !Number.isNaN(known)) {
      pot.open.push(a);
      pot.weights.push(known);
    } else if (Number.isNaN(stated)) pot.weightless.push(a);
    else pot.stated += stated;
  }
  return pot;
}

/** Spreads what is left of one unit's figure; what could not be spread, and why, or null. */
function spreadUnit(
  column: SpreadColumn,
  { path }: Unit,
  rest: number,
  pot: Pot,
  { weight }: UnitsRequest,
): Omit<SkippedUnit, 'unit'> | null {
  const canSpread = sum(pot.weights) > 0;
  const shared = shareTotal(pot, rest, canSpread);
  const left = rest - shared;
  if (left < -TOLERANCE) {
    for (const a of [...pot.open, ...pot.byShare, ...pot.weightless]) markWithout(column, a, 'unit_skipped');
    return { reason: 'exceeded', persons: left };
  }
  enter(column, pot.byShare, apportion(shared, pot.quotas), { from: 'share', unit: path });
  for (const a of pot.weightless) markWithout(column, a, 'no_weight');
  if (canSpread) {
    enter(column, pot.open, apportion(Math.max(0, left), pot.weights), { from: 'units', unit: path, weight });
    return null;
  }
  for (const a of pot.open) markWithout(column, a, 'no_weight');
  return left > TOLERANCE ? { reason: whyNobody(pot), persons: left } : null;
}

/** An area that states a figure is not without one, whatever became of its unit. */
function markWithout({ without }: SpreadColumn, a: number, reason: 'unit_skipped' | 'no_weight'): void {
  if (without[a] !== null) without[a] = reason;
}

function whyNobody({ members, open, weightless }: Pot): SkipReason {
  if (members === 0) return 'no_areas';
  return open.length + weightless.length > 0 ? 'no_weight' : 'all_stated';
}

/** Half a person is what rounding may add. */
const ROUNDING = 0.5;

/**
 * Persons that go by the unit's share of elders: whole, and all there are where nobody else could get them. What is more
 * than the unit has is left as it is, to be seen.
 */
function shareTotal({ byShare, quotas }: Pot, rest: number, canSpread: boolean): number {
  if (byShare.length === 0) return 0;
  const expected = sum(quotas);
  if (expected > rest + ROUNDING) return expected;
  if (!canSpread && expected > 0 && Math.abs(rest - expected) < ROUNDING) return rest;
  return Math.min(Math.round(expected), rest);
}

/** By position of the unit: the areas whose lowest unit with the figure it is. Nodes come highest level first. */
function membersOf(
  nodes: readonly UnitNode[],
  figured: readonly number[],
  areas: number,
): ReadonlyMap<number, readonly number[]> {
  const lowest = new Int32Array(areas).fill(-1);
  for (const u of figured) for (const a of nodes[u]!.areas) lowest[a] = u;
  const members = new Map<number, number[]>();
  for (const [a, u] of lowest.entries()) {
    if (u < 0) continue;
    const group = members.get(u);
    if (group) group.push(a);
    else members.set(u, [a]);
  }
  return members;
}

/** By position of the unit: the figures of those units within it that no other unit with the figure lies between. */
function figuresWithin(
  nodes: readonly UnitNode[],
  figured: readonly number[],
  figure: EstimatedFigure,
): ReadonlyMap<number, number> {
  const parents = unitParents(nodes);
  const sums = new Map<number, number>();
  for (const u of figured) {
    let above = parents[u]!;
    while (above >= 0 && nodes[above]!.row?.[figure] === undefined) above = parents[above]!;
    if (above >= 0) sums.set(above, (sums.get(above) ?? 0) + nodes[u]!.row![figure]!);
  }
  return sums;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
