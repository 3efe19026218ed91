import type { EditRefusal } from '../core/plan/edit-refusal.ts';
import { renameRecord, type Renaming } from '../core/plan/rename-record.ts';
import type { Workspace } from '../state/workspace.ts';
import type { OpenedInput, Selection } from '../state/workspace-state.ts';
import { commitEdit } from './commit-edit.ts';

/** Gives a record another id; it stays selected, and taking its file out takes it out still. Null: done. */
export function rename(workspace: Workspace, { table, id, to: typed }: Renaming): EditRefusal | null {
  const to = typed.trim();
  const { plan, inputs } = workspace.store.getState();
  const inputsAfter = inputs.map((opened): OpenedInput =>
    opened.input.role === table && opened.ids.includes(id)
      ? { ...opened, ids: opened.ids.map((one) => (one === id ? to : one)) }
      : opened,
  );
  const made = renameRecord(plan, { table, id, to });
  const refused = commitEdit(workspace, { kind: 'rename', from: id, to }, made, inputsAfter);
  if (refused !== null) return refused;
  workspace.store.setState(({ selection }) =>
    selection?.id === id ? { selection: { ...selection, id: to } as Selection } : {},
  );
  return null;
}
