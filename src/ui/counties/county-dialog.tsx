import { openDialog } from '../../actions/arrange.ts';
import { AppDialog } from '../dialogs/app-dialog.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { ReturnPart } from './return-part.tsx';
import { SendPart } from './send-part.tsx';

/** Rows go to the counties as workbooks, and come back. */
export function CountyDialog() {
  const { counties: t } = useTexts();
  const workspace = useWorkspace();
  const open = useWorkspaceState(({ dialog }) => dialog === 'counties');
  return (
    <AppDialog open={open} title={t.title} size="wide" withClose onClose={() => openDialog(workspace, null)}>
      <p className="muted">{t.lead}</p>
      <SendPart />
      <ReturnPart />
    </AppDialog>
  );
}
