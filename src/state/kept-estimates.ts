import type { Change, Edit } from '../core/plan/edit.ts';
import {
  ESTIMATED_FIGURES,
  type AreaId,
  type EstimatedFigure,
  type EstimateSource,
  type Plan,
} from '../core/plan/plan.ts';

/** An estimated figure of an area, which no file holds: it is kept beside the files. */
export interface KeptEstimate {
  readonly area: AreaId;
  readonly figure: EstimatedFigure;
  readonly persons: number;
  readonly source: EstimateSource;
}

export function estimatesOf({ areas }: Pick<Plan, 'areas'>): KeptEstimate[] {
  const kept: KeptEstimate[] = [];
  for (const area of areas.values()) {
    if (area.estimated === undefined) continue;
    for (const figure of ESTIMATED_FIGURES) {
      const source = area.estimated[figure];
      const persons = area[figure];
      if (source !== undefined && persons !== undefined) kept.push({ area: area.id, figure, persons, source });
    }
  }
  return kept;
}

/** The change that puts kept estimates back into a plan read anew; those of areas that are gone go with them. */
export function estimatesChange({ areas }: Pick<Plan, 'areas'>, kept: readonly KeptEstimate[]): Change {
  const edits: Edit[] = [];
  const byArea = new Map<AreaId, KeptEstimate[]>();
  for (const one of kept) byArea.set(one.area, [...(byArea.get(one.area) ?? []), one]);
  for (const [id, estimates] of byArea) {
    const area = areas.get(id);
    if (area === undefined) continue;
    for (const { figure, persons } of estimates) {
      edits.push({ table: 'areas', id, field: figure, from: area[figure], to: persons });
    }
    const to = Object.fromEntries(estimates.map(({ figure, source }) => [figure, source]));
    edits.push({ table: 'areas', id, field: 'estimated', from: area.estimated, to: { ...area.estimated, ...to } });
  }
  return edits;
}
