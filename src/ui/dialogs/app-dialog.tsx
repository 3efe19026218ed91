import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '../parts/icon-button.tsx';
import { useTexts } from '../workspace-context.tsx';

/** The frame of a dialog: over the page, closed with Escape or by a click beside it. Its content begins anew each time. */
export function AppDialog({
  open,
  title,
  size = 'small',
  withClose = false,
  onClose,
  children,
}: {
  readonly open: boolean;
  readonly title: string;
  readonly size?: 'small' | 'middle' | 'wide';
  /** A button in its head that closes it, where none at its foot does. */
  readonly withClose?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { commands } = useTexts();
  return (
    <ModalOverlay className="dialog-overlay" isOpen={open} isDismissable onOpenChange={(next) => next || onClose()}>
      <Modal className={size === 'small' ? 'dialog-modal' : `dialog-modal ${size}`}>
        <Dialog className="dialog-body">
          <header className="dialog-head">
            <Heading slot="title">{title}</Heading>
            {withClose ? <IconButton icon="close" label={commands.close} onPress={onClose} /> : null}
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
