import { Button } from 'react-aria-components';
import { openDialog } from '../../actions/arrange.ts';
import { settleConflict } from '../../actions/scenarios.ts';
import type { Conflict } from '../../core/plan/apply-scenario.ts';
import { planActions } from '../../core/plan/plan-actions.ts';
import { actionText } from '../../state/compare/action-text.ts';
import { conflictText } from '../../state/scenarios/conflict-text.ts';
import { AppDialog } from '../dialogs/app-dialog.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** The edits of the shown scenario that no longer apply, each to be settled for one side or the other. */
export function ConflictsDialog() {
  const texts = useTexts();
  const t = texts.scenarios;
  const workspace = useWorkspace();
  const open = useWorkspaceState(({ dialog }) => dialog === 'conflicts');
  const conflicts = useWorkspaceState((state) => state.conflicts);
  const close = (): void => openDialog(workspace, null);
  return (
    <AppDialog open={open} title={t.conflictTitle} size="middle" onClose={close}>
      <p className="muted">{conflicts.length === 0 ? t.settled : t.conflictLead}</p>
      <ul className="conflicts">
        {conflicts.map((conflict) => (
          <li key={conflict.key}>
            <ConflictItem conflict={conflict} />
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

function ConflictItem({ conflict }: { readonly conflict: Conflict }) {
  const texts = useTexts();
  const t = texts.scenarios;
  const workspace = useWorkspace();
  const plan = useWorkspaceState((state) => state.plan);
  const { edit, code } = conflict;
  const isLost = code === 'record_gone' && 'field' in edit;
  return (
    <>
      <dl className="conflict-sides">
        <dt>{t.conflictOf.scenario}</dt>
        <dd>{actionText(planActions([edit])[0]!, texts, plan)}</dd>
        <dt>{t.conflictOf.baseline}</dt>
        <dd>{conflictText(conflict, texts)}</dd>
      </dl>
      <span className="conflict-buttons">
        {/* What is gone from the baseline has no field to change. */}
        {isLost ? null : (
          <Button className="button small" onPress={() => void settleConflict(workspace, conflict, 'scenario')}>
            {t.keepScenario}
          </Button>
        )}
        <Button className="button small" onPress={() => void settleConflict(workspace, conflict, 'baseline')}>
          {isLost ? t.giveUp : t.keepBaseline}
        </Button>
      </span>
    </>
  );
}
