import { useState } from 'react';
import { Button, Dialog, Heading, Input, Label, Modal, ModalOverlay, Text, TextField } from 'react-aria-components';
import { useTexts } from '../workspace-context.tsx';

/** Asks for another name. */
export function NameDialog({
  open,
  name,
  mayBeEmpty,
  onClose,
  onRename,
}: {
  readonly open: boolean;
  readonly name: string;
  /** Whether an empty name means something. */
  readonly mayBeEmpty: boolean;
  readonly onClose: () => void;
  readonly onRename: (name: string) => void;
}) {
  const t = useTexts().projects;
  return (
    <ModalOverlay className="dialog-overlay" isOpen={open} isDismissable onOpenChange={(next) => next || onClose()}>
      <Modal className="dialog-modal">
        <Dialog className="dialog-body">
          <Heading slot="title">{t.rename}</Heading>
          <NameForm name={name} mayBeEmpty={mayBeEmpty} onClose={onClose} onRename={onRename} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function NameForm({
  name,
  mayBeEmpty,
  onClose,
  onRename,
}: Pick<Parameters<typeof NameDialog>[0], 'name' | 'mayBeEmpty' | 'onClose' | 'onRename'>) {
  const t = useTexts().projects;
  const [typed, setTyped] = useState(name);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onRename(typed);
        onClose();
      }}
    >
      {/* A dialog that opens takes the focus: its field, or the harmless button. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <TextField className="name-field" value={typed} onChange={setTyped} maxLength={60} autoFocus>
        <Label>{t.renameLabel}</Label>
        <Input onFocus={(event) => event.currentTarget.select()} />
        {mayBeEmpty ? (
          <Text slot="description" className="muted">
            {t.renameHelp}
          </Text>
        ) : null}
      </TextField>
      <div className="dialog-buttons">
        <Button className="button" onPress={onClose}>
          {t.cancel}
        </Button>
        <Button className="button primary" type="submit" isDisabled={!mayBeEmpty && typed.trim() === ''}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}
