import { GROWING_FIGURES, type GrowingFigure } from '../core/outlook/rates-of.ts';
import type { Growth } from '../core/plan/plan.ts';
import { growthName } from '../state/subject-name.ts';
import { commit, type Workspace } from '../state/workspace.ts';

/** Assumes a rate (a share a year) of `all`, a unit or an area; undefined assumes nothing. An empty assumption goes. */
export async function setGrowth(
  workspace: Workspace,
  id: Growth['id'],
  figure: GrowingFigure,
  rate: number | undefined,
): Promise<void> {
  const from = workspace.store.getState().plan.growth.get(id);
  if (from?.[figure] === rate) return;
  const { [figure]: _, ...rest } = from ?? { id };
  await replace(workspace, figure, from, rate === undefined ? rest : { ...rest, [figure]: rate });
}

/** Assumes which share of a five-year band is alive five years later; undefined: all. */
export async function setSurvival(workspace: Workspace, age: number, share: number | undefined): Promise<void> {
  const from = workspace.store.getState().plan.growth.get('all');
  if (from?.survival?.[age] === share) return;
  const { survival = {}, ...rest } = from ?? { id: 'all' };
  const { [String(age)]: _, ...others } = survival;
  const next = share === undefined ? others : { ...others, [String(age)]: share };
  await replace(workspace, 'survival', from, {
    ...rest,
    ...(Object.keys(next).length === 0 ? {} : { survival: next }),
  });
}

/** Assumes nothing any more of a unit or an area. */
export async function removeGrowth(workspace: Workspace, id: Growth['id']): Promise<void> {
  await replace(workspace, 'removed', workspace.store.getState().plan.growth.get(id), { id });
}

async function replace(
  workspace: Workspace,
  figure: GrowingFigure | 'survival' | 'removed',
  from: Growth | undefined,
  next: Growth,
): Promise<void> {
  const { id } = next;
  const isEmpty = next.survival === undefined && GROWING_FIGURES.every((one) => next[one] === undefined);
  const to = isEmpty ? undefined : next;
  if (from === undefined && to === undefined) return;
  const of = growthName(workspace.store.getState().plan, id);
  commit(workspace, { kind: 'growth', of, figure }, [{ table: 'growth', id, from, to }]);
  await workspace.audits.request();
}
