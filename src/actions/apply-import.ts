import { rememberMapping } from '../state/remembered-mappings.ts';
import { isReady } from '../state/import-draft.ts';
import type { Workspace } from '../state/workspace.ts';
import { bringIn } from './bring-in.ts';
import { cancelImport } from './change-import.ts';
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
  if (store.getState().imports.length === 0) await showAndJudge(workspace);
}
