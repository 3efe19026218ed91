import { openBulkEdit, setMobileView } from '../../actions/arrange.ts';
import { select } from '../../actions/select.ts';
import { chosenIds } from '../../state/chosen-ids.ts';
import type { Workspace } from '../../state/workspace.ts';
import type { Chosen } from '../../state/workspace-state.ts';
import type { Texts } from '../../text/texts.ts';

/** Something that can be done with all that is chosen. */
export interface ChosenAction {
  readonly id: string;
  /** Kinds of things that it can be done with. */
  readonly kinds: readonly Chosen['kind'][];
  readonly name: (texts: Texts) => string;
  readonly run: (workspace: Workspace) => void;
}

/** In the order in which the bar offers them. */
export const CHOSEN_ACTIONS: readonly ChosenAction[] = [
  {
    id: 'pool',
    kinds: ['area'],
    name: (t) => t.pools.action,
    run: (workspace) => {
      select(workspace, { kind: 'pool-draft', id: 'chosen' });
      setMobileView(workspace, 'details');
    },
  },
  {
    id: 'bulk-edit',
    kinds: ['area', 'facility'],
    name: (t) => t.edits.bulk.title,
    run: (workspace) => {
      const state = workspace.store.getState();
      const table = state.chosen.kind === 'area' ? 'areas' : 'facilities';
      openBulkEdit(workspace, { table, ids: [...chosenIds(state)] });
    },
  },
];
