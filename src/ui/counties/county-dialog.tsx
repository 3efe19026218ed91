import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { openDialog } from '../../actions/arrange.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { ReturnPart } from './return-part.tsx';
import { SendPart } from './send-part.tsx';

/** Rows go to the counties as workbooks, and come back. */
export function CountyDialog() {
  const { counties: t } = useTexts();
  const workspace = useWorkspace();
  const open = useWorkspaceState(({ dialog }) => dialog === 'counties');
  const close = (): void => openDialog(workspace, null);
  return (
    <ModalOverlay className="dialog-overlay" isOpen={open} isDismissable onOpenChange={(next) => next || close()}>
      <Modal className="dialog-modal wide">
        <Dialog className="dialog-body counties">
          <header className="dialog-head">
            <Heading slot="title">{t.title}</Heading>
            <IconButton icon="close" label={t.close} onPress={close} />
          </header>
          <p className="muted">{t.lead}</p>
          <SendPart />
          <ReturnPart />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
