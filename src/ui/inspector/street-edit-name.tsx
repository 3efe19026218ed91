import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { changeStreetEdit } from '../../actions/change-street-edit.ts';
import type { StreetEdit } from '../../core/plan/plan.ts';
import { useTexts, useWorkspace } from '../workspace-context.tsx';

/** The name of a street edit, taken up when the field is left or Enter is pressed; Escape takes back what was typed. */
export function StreetEditName({ edit }: { readonly edit: StreetEdit }) {
  const t = useTexts().streetEdits;
  const workspace = useWorkspace();
  const [typed, setTyped] = useState(edit.name ?? '');
  const take = () => void changeStreetEdit(workspace, edit.id, { name: typed });
  return (
    <TextField
      className="name-field"
      value={typed}
      onChange={setTyped}
      maxLength={60}
      onBlur={take}
      onKeyDown={({ key }) => {
        if (key === 'Enter') take();
        if (key === 'Escape') setTyped(edit.name ?? '');
      }}
    >
      <Label className="label">{t.nameLabel}</Label>
      <Input />
    </TextField>
  );
}
