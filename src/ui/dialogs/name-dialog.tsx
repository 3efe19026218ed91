import { useState } from 'react';
import { Button, Input, Label, Text, TextField } from 'react-aria-components';
import { useTexts } from '../workspace-context.tsx';
import { AppDialog } from './app-dialog.tsx';

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
    <AppDialog open={open} title={t.rename} onClose={onClose}>
      <NameForm name={name} mayBeEmpty={mayBeEmpty} onClose={onClose} onRename={onRename} />
    </AppDialog>
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
