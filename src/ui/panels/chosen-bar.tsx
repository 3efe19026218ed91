import { Button } from 'react-aria-components';
import { clearChosen } from '../../actions/choose.ts';
import { chosenIds } from '../../state/chosen-ids.ts';
import { formatNumber } from '../../text/numbers.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { CHOSEN_ACTIONS } from './chosen-actions.ts';

/** How many are chosen, and what can be done with them; nothing where nobody is choosing. */
export function ChosenBar() {
  const texts = useTexts();
  const t = texts.choosing;
  const workspace = useWorkspace();
  const { kind } = useWorkspaceState((state) => state.chosen);
  const count = useWorkspaceState((state) => chosenIds(state).length);
  const choosing = useWorkspaceState((state) => state.choosing);
  const shown = count > 0 || choosing;
  const number = formatNumber(count);
  return (
    <div className="chosen-bar" role="region" aria-label={t.label} hidden={!shown}>
      <span className="chosen-count" role="status">
        {!shown ? '' : count === 0 ? t.none : kind === 'area' ? t.areas(number) : t.facilities(number)}
      </span>
      {CHOSEN_ACTIONS.filter(({ kinds }) => kinds.includes(kind)).map(({ id, name, run }) => (
        <Button key={id} className="button small" isDisabled={count === 0} onPress={() => run(workspace)}>
          {name(texts)}
        </Button>
      ))}
      <IconButton icon="close" label={t.clear} onPress={() => clearChosen(workspace)} />
    </div>
  );
}
