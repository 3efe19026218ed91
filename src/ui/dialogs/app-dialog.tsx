import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

/** The frame of a dialog: over the page, closed with Escape or by a click beside it. Its content begins anew each time. */
export function AppDialog({
  open,
  title,
  size = 'small',
  onClose,
  children,
}: {
  readonly open: boolean;
  readonly title: string;
  readonly size?: 'small' | 'middle' | 'wide';
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <ModalOverlay className="dialog-overlay" isOpen={open} isDismissable onOpenChange={(next) => next || onClose()}>
      <Modal className={size === 'small' ? 'dialog-modal' : `dialog-modal ${size}`}>
        <Dialog className="dialog-body">
          <Heading slot="title">{title}</Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
