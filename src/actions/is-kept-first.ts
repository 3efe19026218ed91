import { isEmpty } from '../state/selectors.ts';
import type { Workspace } from '../state/workspace.ts';

/**
 * Whether something else may take the place of what is open. Not where the device refuses to keep that and it is in no file
 * either, which is said; `what`: what was to be opened.
 */
export function isKeptFirst({ store }: Workspace, what: string): boolean {
  const state = store.getState();
  const isKeptNowhere = state.keeping.state === 'failed' && state.saved?.document !== state.document && !isEmpty(state);
  if (isKeptNowhere) {
    const failure = { kind: 'unsaved', file: what, message: '' } as const;
    store.setState(({ failures }) => ({ failures: [...failures, failure] }));
  }
  return !isKeptNowhere;
}
