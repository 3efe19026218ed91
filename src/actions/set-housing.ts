import type { PlannedHousing } from '../core/plan/plan.ts';
import { commit, type Workspace } from '../state/workspace.ts';

/** Adds a row of planned housing, or changes `from`. False: the area has another row of that year. */
export async function setHousing(
  workspace: Workspace,
  from: PlannedHousing | null,
  row: Omit<PlannedHousing, 'id'>,
): Promise<boolean> {
  const { housing } = workspace.store.getState().plan;
  const to = { ...row, id: `${row.area}@${row.year}` };
  if (to.id !== from?.id && housing.has(to.id)) return false;
  if (to.id === from?.id && to.households === from.households) return true;
  const removed =
    from !== null && from.id !== to.id ? [{ table: 'housing', id: from.id, from, to: undefined } as const] : [];
  commit(workspace, { kind: 'housing', of: nameOf(workspace, row), year: row.year }, [
    ...removed,
    { table: 'housing', id: to.id, from: housing.get(to.id), to },
  ]);
  await workspace.audits.request();
  return true;
}

export async function removeHousing(workspace: Workspace, row: PlannedHousing): Promise<void> {
  const { id, year } = row;
  const name = { kind: 'housing-removed', of: nameOf(workspace, row), year } as const;
  commit(workspace, name, [{ table: 'housing', id, from: row, to: undefined }]);
  await workspace.audits.request();
}

function nameOf({ store }: Workspace, { area }: Pick<PlannedHousing, 'area'>): string {
  return store.getState().plan.areas.get(area)?.name ?? area;
}
