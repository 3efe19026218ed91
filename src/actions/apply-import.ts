import { rememberMapping } from '../state/remembered-mappings.ts';
import { canBeSettled, firstStep, isReady } from '../state/import-draft.ts';
import type { Workspace } from '../state/workspace.ts';
import { bringIn } from './bring-in.ts';
import { cancelImport, rereadImport } from './change-import.ts';
import { readAll, showAndJudge } from './open-files.ts';
import { mergeInto } from './read-draft.ts';

/** Puts a file that was looked at into the plan, as one step that can be undone, and remembers how its columns were settled. */
export async function applyImport(workspace: Workspace, key: number): Promise<void> {
  const { store } = workspace;
  const draft = store.getState().imports.find((one) => one.key === key);
  if (!draft) return;
  const { files, declared, source, reading } = draft;
  if (declared.role === 'streets') {
    cancelImport(workspace, key);
    await readAll(workspace, [{ files, declared, review: false }]);
  } else {
    if (!isReady(draft) || !reading?.table || !source) return;
    const { plan, inputs, preferences } = store.getState();
    // The plan may have changed since it was read.
    const merge = mergeInto(plan, inputs, reading.table, reading.report, declared);
    bringIn(workspace, { files, declared }, reading.report, merge);
    if (declared.mapping && declared.role) {
      const mappings = rememberMapping(preferences.mappings, declared.role, source, declared.mapping);
      store.setState({ preferences: { ...preferences, mappings } });
    }
    cancelImport(workspace, key);
  }
  const next = store.getState().imports.find(canBeSettled);
  // It was read before this one came in, and may meet its records.
  if (next) await rereadImport(workspace, next.key, firstStep);
  else await showAndJudge(workspace);
}
