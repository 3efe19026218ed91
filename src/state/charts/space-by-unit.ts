import type { ClassSpace } from '../../core/checks/unit-space.ts';
import type { UnitLevel } from '../../core/plan/plan.ts';
import type { UnitForest, UnitRow } from '../unit-forest.ts';
import { nullsLast } from './coverage-by-unit.ts';

/** Floor area of a unit against the two rates: built and new apart, for one line over both would belong to neither. */
export interface SpaceBar {
  readonly row: UnitRow;
  readonly built: ClassSpace;
  readonly new: ClassSpace;
  /** Areas whose class is unknown: in neither of the two. */
  readonly classUnknown: number;
}

/** m² per 100 households, Σ counted ÷ Σ households; null: unknown or nobody is asked. Exact unless `atLeast`. */
export function per100(space: ClassSpace): { readonly today: number | null; readonly planned: number | null } {
  const { households, counted, planned, verdict } = space;
  // At least nothing is no figure at all.
  if (verdict === 'no_data' && counted === 0) return { today: null, planned: null };
  const ratio = (m2: number | null): number | null =>
    m2 === null || households === 0 ? null : (m2 * 100) / households;
  return { today: ratio(counted), planned: ratio(planned) };
}

/** Units of a level, the least space for built areas first; then for new ones. */
export function spaceByUnit({ rows }: UnitForest, level: UnitLevel): SpaceBar[] {
  return rows
    .filter(({ unit }) => unit.level === level)
    .map((row) => {
      const { built, new: fresh, unknown } = row.space.byClass;
      return { row, built, new: fresh, classUnknown: unknown.areas + unknown.leftOut };
    })
    .sort(
      (a, b) =>
        nullsLast(per100(a.built).today, per100(b.built).today) || nullsLast(per100(a.new).today, per100(b.new).today),
    );
}
