import type { Workspace } from '../state/workspace.ts';
import type { Selection } from '../state/workspace-state.ts';
import { toggleChosen } from './choose.ts';
import { select } from './select.ts';

/**
 * What a press on the map does: looks at the uppermost of what is there, or chooses it where one more is wanted. While areas
 * are being chosen a facility that stands in one is not in the way, and the other way round.
 */
export function pick(workspace: Workspace, there: readonly [Selection, ...Selection[]], more: boolean): void {
  const { choosing, chosen } = workspace.store.getState();
  if (!more && !choosing) {
    select(workspace, there[0]);
    return;
  }
  for (const { kind, id } of there) {
    if (kind !== 'area' && kind !== 'facility') continue;
    if (chosen.ids.size > 0 && kind !== chosen.kind) continue;
    toggleChosen(workspace, kind, id);
    return;
  }
}
