import { Button } from 'react-aria-components';
import { openDialog } from '../../actions/arrange.ts';
import { settleConflict } from '../../actions/scenarios.ts';
import { AppDialog } from '../dialogs/app-dialog.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { editText } from './edit-text.ts';

/** The edits of the shown scenario that no longer apply, each to be settled for one side or the other. */
export function ConflictsDialog() {
  const texts = useTexts();
  const t = texts.scenarios;
  const workspace = useWorkspace();
  const open = useWorkspaceState(({ dialog }) => dialog === 'conflicts');
  const conflicts = useWorkspaceState((state) => state.conflicts);
  const baseline = useWorkspaceState(({ document }) => document.baseline);
  const close = (): void => openDialog(workspace, null);
  return (
    <AppDialog open={open} title={t.conflictTitle} size="middle" onClose={close}>
      <p className="muted">{conflicts.length === 0 ? t.settled : t.conflictLead}</p>
      <ul className="conflicts">
        {conflicts.map((conflict) => (
          <li key={conflict.key}>
            <strong>{editText(texts, baseline, conflict.edit)}</strong>
            <span className="muted">{t.conflictCode[conflict.code]}</span>
            <span className="conflict-buttons">
              <Button className="button small" onPress={() => void settleConflict(workspace, conflict, 'scenario')}>
                {t.keepScenario}
              </Button>
              <Button className="button small" onPress={() => void settleConflict(workspace, conflict, 'baseline')}>
                {t.keepBaseline}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <div className="dialog-buttons">
        <Button className="button" onPress={close}>
          {t.close}
        </Button>
      </div>
    </AppDialog>
  );
}
