import type { WorkspaceState } from './workspace-state.ts';

/** What is chosen and still in the plan, in the order of choosing. */
export function chosenIds({ chosen, plan }: Pick<WorkspaceState, 'chosen' | 'plan'>): readonly string[] {
  const table = chosen.kind === 'area' ? plan.areas : plan.facilities;
  return [...chosen.ids].filter((id) => table.has(id));
}
