import type { AreaList } from '../state/gap-rows.ts';
import type { Workspace } from '../state/workspace.ts';
import { selectAndShow } from './select.ts';

/**
 * Goes to the next (or, by −1, the one before) of the listed areas, around the end. `listed`: ids in the list's order;
 * nothing selected, or something not listed, starts at the list's beginning.
 */
export function nextProblem(workspace: Workspace, listed: AreaList, by: 1 | -1 = 1): void {
  if (listed.length === 0) return;
  const { selection } = workspace.store.getState();
  const at = selection?.kind === 'area' ? listed.indexOf(selection.id) : -1;
  const next = at < 0 ? 0 : (at + by + listed.length) % listed.length;
  selectAndShow(workspace, { kind: 'area', id: listed.idAt(next) });
}
