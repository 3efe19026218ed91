import type { Change } from '../core/plan/edit.ts';
import { commit, type Workspace } from '../state/workspace.ts';
import type { OpenedInput } from '../state/workspace-state.ts';
import { removals } from './removals.ts';

/** Takes what one opened file brought out of the plan again; undoable. */
export async function removeInput(workspace: Workspace, opened: OpenedInput): Promise<void> {
  const { plan, inputs } = workspace.store.getState();
  const { role, file } = opened.input;
  const others = inputs.filter((input) => input !== opened);
  const kept = new Set(others.filter(({ input }) => input.role === role).flatMap(({ ids }) => ids));
  const change: Change =
    role === 'population'
      ? [{ table: 'population', from: plan.population, to: null }]
      : role === 'streets'
        ? []
        : removals(plan, role, opened.ids, kept);
  commit(workspace, { kind: 'remove', file }, change, others);
  await workspace.audits.request();
}
