import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { WorkspaceState } from '../state/workspace-state.ts';
import type { Workspace } from '../state/workspace.ts';
import { textsFor, type Texts } from '../text/texts.ts';

const WorkspaceContext = createContext<Workspace | null>(null);
export const WorkspaceProvider = WorkspaceContext.Provider;

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error('workspace: expected a WorkspaceProvider above');
  return workspace;
}

/** A part of the workspace's state. The selector must return a value that is the same as long as nothing changed. */
export function useWorkspaceState<T>(selector: (state: WorkspaceState) => T): T {
  return useStore(useWorkspace().store, selector);
}

export function useTexts(): Texts {
  return textsFor(useWorkspaceState(({ preferences }) => preferences.language));
}
