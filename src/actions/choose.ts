import type { Workspace } from '../state/workspace.ts';
import { NOTHING_CHOSEN, type Chosen } from '../state/workspace-state.ts';

/** Chooses one more, or no longer: areas or facilities, never both, so that the other kind begins anew. */
export function toggleChosen({ store }: Workspace, kind: Chosen['kind'], id: string): void {
  store.setState(({ chosen }) => {
    const ids = new Set(chosen.kind === kind ? chosen.ids : []);
    if (!ids.delete(id)) ids.add(id);
    return { chosen: { kind, ids } };
  });
}

/** Chooses many: beside what is chosen already, or instead of it. */
export function chooseMany(
  { store }: Workspace,
  kind: Chosen['kind'],
  ids: Iterable<string>,
  how: 'more' | 'instead',
): void {
  store.setState(({ chosen }) => {
    const before = how === 'more' && chosen.kind === kind ? chosen.ids : [];
    return { chosen: { kind, ids: new Set([...before, ...ids]) } };
  });
}

/** Chooses nothing, and looks at what is tapped again. */
export function clearChosen({ store }: Workspace): void {
  store.setState({ chosen: NOTHING_CHOSEN, choosing: false });
}

/** Whether a plain tap chooses, for those without a keyboard. */
export function setChoosing({ store }: Workspace, choosing: boolean): void {
  store.setState({ choosing });
}
