import { useState } from 'react';
import { Button, Input, Label, TextArea, TextField } from 'react-aria-components';
import { openDialog } from '../../actions/arrange.ts';
import { createScenario, describeScenario, type ScenarioWords } from '../../actions/scenarios.ts';
import { shownScenario } from '../../state/selectors.ts';
import { formatNumber } from '../../text/numbers.ts';
import { AppDialog } from '../dialogs/app-dialog.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** Asks for a scenario's name and description: of a new one, of a copy, or of the one that is shown. */
export function ScenarioDialog() {
  const t = useTexts().scenarios;
  const workspace = useWorkspace();
  const dialog = useWorkspaceState((state) => state.dialog);
  const shown = useWorkspaceState(shownScenario);
  const count = useWorkspaceState(({ document }) => document.scenarios.size);
  const close = (): void => openDialog(workspace, null);
  const fresh = { name: t.defaultName(formatNumber(count + 1)), note: '' };
  const parts = {
    'new-scenario': {
      title: t.create,
      words: fresh,
      save: (words: ScenarioWords) => createScenario(workspace, words, null),
    },
    'copy-scenario': {
      title: t.copy,
      words: shown ? { name: t.copyName(shown.name), note: shown.note } : fresh,
      save: (words: ScenarioWords) => createScenario(workspace, words, shown?.id ?? null),
    },
    'describe-scenario': {
      title: t.describe,
      words: shown ?? fresh,
      save: (words: ScenarioWords) => (shown ? describeScenario(workspace, shown.id, words) : Promise.resolve()),
    },
  };
  const part = dialog !== null && dialog in parts ? parts[dialog as keyof typeof parts] : null;
  return (
    <AppDialog open={part !== null} title={(part?.title ?? '').replace('…', '')} onClose={close}>
      {part === null ? null : (
        <WordsForm
          words={part.words}
          lead={dialog === 'new-scenario' ? t.createLead : null}
          onClose={close}
          onSave={(words) => void part.save(words)}
        />
      )}
    </AppDialog>
  );
}

function WordsForm({
  words,
  lead,
  onClose,
  onSave,
}: {
  readonly words: ScenarioWords;
  readonly lead: string | null;
  readonly onClose: () => void;
  readonly onSave: (words: ScenarioWords) => void;
}) {
  const t = useTexts().scenarios;
  const [name, setName] = useState(words.name);
  const [note, setNote] = useState(words.note);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ name: name.trim(), note: note.trim() });
        onClose();
      }}
    >
      {lead === null ? null : <p className="muted">{lead}</p>}
      {/* A dialog that opens takes the focus: its field. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <TextField className="name-field" value={name} onChange={setName} maxLength={40} autoFocus>
        <Label>{t.name}</Label>
        <Input onFocus={(event) => event.currentTarget.select()} />
      </TextField>
      <TextField className="name-field" value={note} onChange={setNote} maxLength={500}>
        <Label>{t.note}</Label>
        <TextArea rows={3} placeholder={t.noteHelp} />
      </TextField>
      <div className="dialog-buttons">
        <Button className="button" onPress={onClose}>
          {t.cancel}
        </Button>
        <Button className="button primary" type="submit" isDisabled={name.trim() === ''}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}
