import { indexPlanSteps, type PlanIndex } from '../checks/plan-index.ts';
import type { Change, Edit } from '../plan/edit.ts';
import { writeEstimates } from '../plan/estimates-text.ts';
import {
  ESTIMATED_FIGURES,
  type Area,
  type EstimatedFigure,
  type EstimateSource,
  type Estimates,
  type Plan,
} from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import type { FigureSpread, RefusedSpread, Spread, SpreadRequest, WithoutReason } from './spread.ts';
import { statedFigure, type SpreadColumn } from './spread-column.ts';
import { placeCellsSteps, spreadGrid, type GridSpread } from './spread-grid.ts';
import { spreadUnits, type UnitsSpread } from './spread-units.ts';

type SpreadOf = { readonly figure: EstimatedFigure } & (UnitsSpread | GridSpread);

/**
 * Spreads the persons of units or of a grid to the residential areas (dasymetric mapping): what it would do and the change
 * that does it, or why nothing can be done. An earlier estimate of the same figure gives way to the new one; figures that
 * areas state stay, unless the request says otherwise. `previous`: the index of an earlier plan, which only saves work.
 */
export function* spreadPopulationSteps(
  plan: Plan,
  request: SpreadRequest,
  previous: PlanIndex | null,
): Steps<Spread | RefusedSpread> {
  if (plan.areas.size === 0) return { refused: 'no_areas', figures: [] };
  if (request.source === 'grid' && plan.population === null) return { refused: 'no_grid', figures: [] };
  const index = yield* indexPlanSteps(plan, previous);
  const spreads = yield* spreadsSteps(plan, index, request);
  if (spreads.length === 0) {
    return { refused: request.source === 'grid' ? 'no_grid' : 'no_unit_figures', figures: [] };
  }
  const figures = spreads.map((spread) => tally(index.areas, spread));
  const change = changeOf(index.areas, spreads);
  if (change.length === 0) return { refused: 'nothing_to_spread', figures };
  return { change, figures, eldersAboveResidents: countAbove(index.areas, spreads) };
}

function* spreadsSteps(plan: Plan, index: PlanIndex, request: SpreadRequest): Steps<SpreadOf[]> {
  if (request.source === 'units') {
    return ESTIMATED_FIGURES.flatMap((figure) => {
      const spread = spreadUnits(index, figure, request);
      return spread ? [{ figure, ...spread }] : [];
    });
  }
  const grid = plan.population!;
  const places = yield* placeCellsSteps(grid, index);
  return ESTIMATED_FIGURES.flatMap((figure) => {
    const spread = spreadGrid(index, figure, grid[figure], places, request.overwrite);
    return spread ? [{ figure, ...spread }] : [];
  });
}

function tally(areas: readonly Area[], spread: SpreadOf): FigureSpread {
  const { figure, value, without } = spread;
  let [filled, persons, overwritten, kept] = [0, 0, 0, 0];
  const counts: Partial<Record<WithoutReason, number>> = {};
  for (const [a, area] of areas.entries()) {
    const states = !Number.isNaN(statedFigure(area, figure));
    const reason = without[a];
    if (!Number.isNaN(value[a]!)) {
      filled++;
      persons += value[a]!;
      if (states) overwritten++;
    } else if (states) kept++;
    else if (reason) counts[reason] = (counts[reason] ?? 0) + 1;
  }
  const skipped = 'skipped' in spread ? spread.skipped : [];
  const unplaced =
    'cells' in spread ? spread.unplaced : skipped.reduce((sum, unit) => sum + Math.max(0, unit.persons), 0);
  const cells = 'cells' in spread ? spread.cells : null;
  return { figure, areas: filled, persons, overwritten, kept, without: counts, unplaced, skipped, cells };
}

/** The figure that an area has afterwards; undefined: none. */
function figureAfter(area: Area, figure: EstimatedFigure, a: number, spread: SpreadColumn | undefined) {
  if (spread === undefined) return area[figure];
  if (!Number.isNaN(spread.value[a]!)) return spread.value[a]!;
  return area.estimated?.[figure] === undefined ? area[figure] : undefined;
}

function changeOf(areas: readonly Area[], spreads: readonly SpreadOf[]): Change {
  const edits: Edit[] = [];
  for (const [a, area] of areas.entries()) {
    const { id } = area;
    for (const spread of spreads) {
      const { figure: field } = spread;
      const to = figureAfter(area, field, a, spread);
      if (to !== area[field]) edits.push({ table: 'areas', id, field, from: area[field], to });
    }
    const from = area.estimated;
    const to = estimatesAfter(area, a, spreads);
    if (writeEstimates(from) !== writeEstimates(to)) edits.push({ table: 'areas', id, field: 'estimated', from, to });
  }
  return edits;
}

function estimatesAfter({ estimated }: Area, a: number, spreads: readonly SpreadOf[]): Estimates | undefined {
  const after: { [figure in EstimatedFigure]?: EstimateSource } = { ...estimated };
  for (const { figure, source } of spreads) {
    const from = source[a];
    if (from) after[figure] = from;
    else delete after[figure];
  }
  return Object.keys(after).length === 0 ? undefined : after;
}

function countAbove(areas: readonly Area[], spreads: readonly SpreadOf[]): number {
  const after = (area: Area, a: number, figure: EstimatedFigure): number =>
    figureAfter(
      area,
      figure,
      a,
      spreads.find((one) => one.figure === figure),
    ) ?? NaN;
  return areas.filter((area, a) => after(area, a, 'elders') > after(area, a, 'residents')).length;
}
