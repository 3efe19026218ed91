import type { Verdict } from '../../core/checks/result.ts';
import type { UnitLevel } from '../../core/plan/plan.ts';
import { checkOfUnit, type PartSum, type UnitForest, type UnitRow } from '../unit-forest.ts';

/** How much of a unit's elders the service circle covers. Shares from 0 to 1; null: unknown. */
export interface CoverageBar {
  readonly row: UnitRow;
  readonly share: number | null;
  readonly planned: number | null;
  readonly required: number | null;
  readonly verdict: Verdict;
  readonly uncovered: PartSum;
}

/** Units of a level by coverage, worst first; unknown last. */
export function coverageByUnit({ rows }: UnitForest, level: UnitLevel): CoverageBar[] {
  return rows
    .filter(({ unit }) => unit.level === level)
    .map((row) => {
      const circle = checkOfUnit(row.unit, 'walk_circle');
      return {
        row,
        share: circle?.counted ?? null,
        planned: circle?.planned?.counted ?? null,
        required: circle?.required ?? null,
        verdict: circle?.verdict ?? 'not_applicable',
        uncovered: row.eldersUncovered,
      };
    })
    .sort((a, b) => nullsLast(a.share, b.share) || (b.uncovered.known ?? 0) - (a.uncovered.known ?? 0));
}

/** Ascending, with what is unknown at the end. */
export function nullsLast(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}
