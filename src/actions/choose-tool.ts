import { placedSelection, tableOf } from '../state/tables-of-selection.ts';
import type { MapTool, WorkspaceState } from '../state/workspace-state.ts';
import type { Workspace } from '../state/workspace.ts';
import { setMobileView } from './arrange.ts';

/** Takes up a tool of the map. */
export function chooseTool(workspace: Workspace, mapTool: MapTool): void {
  workspace.store.setState({ mapTool, refused: null });
  setMobileView(workspace, 'map');
}

/** Whether what is selected has an outline or a line that can be changed. */
export function hasShape({ plan, selection }: Pick<WorkspaceState, 'plan' | 'selection'>): boolean {
  if (selection !== null && tableOf(selection) === 'streetEdits') return plan.streetEdits.has(selection.id);
  const record = placedSelection(selection);
  const geometry = record === null ? undefined : plan[record.table].get(record.id)?.geometry;
  return geometry !== undefined && geometry.type !== 'Point';
}
