import type { Change } from '../core/plan/edit.ts';
import type { EditRefusal } from '../core/plan/edit-refusal.ts';
import { commit, type Workspace } from '../state/workspace.ts';
import type { StepName } from '../state/step-name.ts';
import type { OpenedInput } from '../state/workspace-state.ts';

/**
 * Makes an edit, if it is one, as one undoable step and judges anew; the audit goes on by itself. Null: made, or nothing to
 * change.
 */
export function commitEdit(
  workspace: Workspace,
  name: StepName,
  made: Change | EditRefusal,
  inputsAfter?: readonly OpenedInput[],
): EditRefusal | null {
  if ('refused' in made) return made;
  if (made.length === 0) return null;
  commit(workspace, name, made, inputsAfter);
  void workspace.audits.request();
  return null;
}
