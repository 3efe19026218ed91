import { setMobileView } from '../../actions/arrange.ts';
import { select } from '../../actions/select.ts';
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
];
