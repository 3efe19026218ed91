import type { AuditContext } from '../checks/context.ts';
import { deepEqual } from '../plan/deep-equal.ts';
import type { Area, AreaId } from '../plan/plan.ts';
import type { AreaFigure, Both, DifferenceCause } from './comparison.ts';

export type AreaCause = Extract<DifferenceCause, { readonly code: 'area_figure' | 'area_shape' }>;

const FIGURES = ['households', 'residents', 'elders', 'class', 'settlement', 'pool'] as const;

/** What differs about an area that is on both sides, of what a check reads. */
export function areaDifferences({ left, right }: Both<AuditContext>, id: AreaId): AreaCause[] {
  const [before, after] = [recordOf(left, id), recordOf(right, id)];
  if (!before || !after || before === after) return [];
  const area = { area: id, name: after.name ?? before.name ?? null };
  const figures = FIGURES.filter((figure) => before[figure] !== after[figure]).map((figure) => {
    const values = { figure, left: before[figure] ?? null, right: after[figure] ?? null } as AreaFigure;
    return { code: 'area_figure' as const, ...area, ...values };
  });
  const same = deepEqual(before.geometry, after.geometry);
  return same ? figures : [...figures, { code: 'area_shape', ...area }];
}

function recordOf({ areas, areaIndex }: AuditContext, id: AreaId): Area | undefined {
  return areas[areaIndex.get(id) ?? -1];
}
