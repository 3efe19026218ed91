import type { WorkspaceState } from '../state/workspace-state.ts';
import type { Workspace } from '../state/workspace.ts';
import { chooseTool } from './choose-tool.ts';
import { endTrial } from './end-trial.ts';
import { select } from './select.ts';

/** Takes one step back from what the hand is at: a thing that is held, then a tool, then what is looked at. */
export function leaveOff(workspace: Workspace): void {
  const { trial, mapTool } = workspace.store.getState();
  if (trial !== null) void endTrial(workspace);
  else if (mapTool !== 'select') chooseTool(workspace, 'select');
  else select(workspace, null);
}

export function canLeaveOff({ trial, mapTool, selection }: WorkspaceState): boolean {
  return trial !== null || mapTool !== 'select' || selection !== null;
}
