import type { AreaList } from '../state/gap-rows.ts';
import { listedIds } from '../state/listed-ids.ts';
import type { Workspace } from '../state/workspace.ts';
import { chooseMany } from './choose.ts';

/** Chooses every area that the list shows; where all of them are chosen already, none of them any more. */
export function chooseListed(workspace: Workspace, list: AreaList): void {
  const { chosen } = workspace.store.getState();
  const listed = listedIds(list);
  const all = chosen.kind === 'area' && listed.every((id) => chosen.ids.has(id));
  if (!all) {
    chooseMany(workspace, 'area', listed, 'more');
    return;
  }
  const gone = new Set(listed);
  const kept = [...chosen.ids].filter((id) => !gone.has(id));
  chooseMany(workspace, 'area', kept, 'instead');
}
