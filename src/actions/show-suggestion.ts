import type { SuggestedPool } from '../core/siting/pools/suggest-pools.ts';
import type { Workspace } from '../state/workspace.ts';
import { setMobileView } from './arrange.ts';
import { chooseMany } from './choose.ts';
import { extentOfShapes } from './show-extent.ts';

/** Chooses the members of a suggested pool and moves the map to them. */
export function showSuggestion(workspace: Workspace, { members }: SuggestedPool): void {
  const { areas } = workspace.store.getState().plan;
  const ids = members.map(({ area }) => area);
  chooseMany(workspace, 'area', ids, 'instead');
  const bounds = extentOfShapes(ids.flatMap((id) => areas.get(id) ?? []));
  if (bounds !== null) workspace.store.setState({ mapTarget: { bounds, kind: 'extent' } });
  setMobileView(workspace, 'map');
}
