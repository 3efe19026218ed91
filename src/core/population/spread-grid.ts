import type { PlanIndex } from '../checks/plan-index.ts';
import type { EstimatedFigure, PopulationGrid } from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import { apportion } from './apportion.ts';
import { emptyColumn, enter, statedFigure, type SpreadColumn } from './spread-column.ts';
import type { CellCounts } from './spread.ts';

export interface GridSpread extends SpreadColumn {
  readonly cells: CellCounts;
  /** Persons in cells outside every area. */
  readonly unplaced: number;
}

/** For each cell, the area that it belongs to (−1: none), and how many cells lie in several polygons. */
export interface CellPlaces {
  readonly areaOf: Int32Array;
  readonly shared: number;
}

const CELLS_PER_STEP = 1000;

/** Finds the area of every cell: that whose polygon holds its centre, of several the first by id. */
export function* placeCellsSteps(
  { lon, lat }: PopulationGrid,
  { areasAt }: Pick<PlanIndex, 'areasAt'>,
): Steps<CellPlaces> {
  const areaOf = new Int32Array(lon.length).fill(-1);
  let shared = 0;
  for (let cell = 0; cell < lon.length; cell++) {
    if (cell % CELLS_PER_STEP === 0) yield { stage: 'spreading', done: cell, total: lon.length };
    const [first = -1, ...others] = areasAt.containing([lon[cell]!, lat[cell]!]);
    areaOf[cell] = first;
    if (others.length > 0) shared++;
  }
  return { areaOf, shared };
}

/**
 * Adds up the cells inside each area, in whole persons that together are those of all these cells. Null: no cell states
 * the figure.
 */
export function spreadGrid(
  { areas }: Pick<PlanIndex, 'areas'>,
  figure: EstimatedFigure,
  persons: Float64Array,
  { areaOf, shared }: CellPlaces,
  overwrite: boolean,
): GridSpread | null {
  if (persons.every(Number.isNaN)) return null;
  const column = emptyColumn(areas, figure, 'no_cell');
  for (const [a, { geometry }] of areas.entries()) {
    const isPolygon = geometry !== undefined && geometry.type !== 'Point';
    if (!isPolygon && column.without[a] !== null) column.without[a] = 'no_polygon';
  }
  const sums = new Float64Array(areas.length).fill(NaN);
  const open = areas.map((area) => overwrite || Number.isNaN(statedFigure(area, figure)));
  let [unplaced, outside, inKept, unknown] = [0, 0, 0, 0];
  for (const [cell, a] of areaOf.entries()) {
    const here = persons[cell]!;
    if (Number.isNaN(here)) unknown++;
    else if (a < 0) {
      outside++;
      unplaced += here;
    } else if (open[a]) sums[a] = (sums[a]! || 0) + here;
    else inKept += here;
  }
  const filled = areas.flatMap((_, a) => (Number.isNaN(sums[a]!) ? [] : [a]));
  const parts = filled.map((a) => sums[a]!);
  const total = parts.reduce((sum, part) => sum + part, 0);
  enter(column, filled, apportion(total, parts), { from: 'grid' });
  return { ...column, unplaced, cells: { outside, inKept, shared, unknown } };
}
