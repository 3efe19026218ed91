import type { DiagnosedSubject, Remedy } from '../core/checks/remedy.ts';
import type { Change } from '../core/plan/edit.ts';
import { nameOfRecord } from '../state/name-of-record.ts';
import { refsOfRemedy } from '../state/refs-of-remedy.ts';
import type { Workspace } from '../state/workspace.ts';
import { textsFor } from '../text/texts.ts';
import { commitEdit } from './commit-edit.ts';

/**
 * Makes the change that a remedy of the last audit carries. False: the plan is another by now, and the remedy may be none any
 * more.
 */
export function applyRemedy(workspace: Workspace, of: DiagnosedSubject, remedy: Remedy): boolean {
  const { plan, planVersion, digest, preferences } = workspace.store.getState();
  if (digest?.stamp.planVersion !== planVersion) return false;
  const { change, outcome: _, ...act } = remedy;
  const names = refsOfRemedy(act).map(
    ({ kind, id }) => [id, nameOfRecord(plan, kind === 'area' ? 'areas' : 'facilities', id)] as const,
  );
  const subject =
    'area' in of
      ? { kind: 'area' as const, name: nameOfRecord(plan, 'areas', of.area) }
      : { kind: 'pool' as const, name: of.pool };
  const named = nameNew(change, textsFor(preferences.language).edits.newFacility(subject.name));
  commitEdit(workspace, { kind: 'remedy', act, of: subject, names: Object.fromEntries(names) }, named);
  return true;
}

/** What a remedy builds has no name of its own, and an id says little in a list. */
function nameNew(change: Change, name: string): Change {
  return change.map((edit) =>
    edit.table === 'facilities' && !('field' in edit) && edit.from === undefined && edit.to !== undefined
      ? { ...edit, to: { name, ...edit.to } }
      : edit,
  );
}
