import type { OpenedInput } from '../state/workspace-state.ts';
import type { Workspace } from '../state/workspace.ts';
import { rereadImport } from './change-import.ts';
import { setAside } from './set-aside.ts';
import { showImports } from './show-imports.ts';

/** Looks at an opened file again as it was read; what is settled anew takes the place of what it brought. */
export function reviewInput(workspace: Workspace, { source, input }: OpenedInput): void {
  const { files, declared } = source;
  const key = setAside(workspace, { files, declared: { ...declared, role: input.role }, source: null, issues: [] });
  showImports(workspace, key);
  void rereadImport(workspace, key, null, true);
}
