import { applyImport } from '../../src/actions/apply-import.ts';
import { changeImport } from '../../src/actions/change-import.ts';
import { isReady, type Declaration } from '../../src/state/import-draft.ts';
import type { Workspace } from '../../src/state/workspace.ts';

/** Settles the first file that waits for a word, as the import wizard does, and brings it in. */
export async function settleImport(workspace: Workspace, word: Partial<Declaration>): Promise<void> {
  const { key } = workspace.store.getState().imports[0]!;
  changeImport(workspace, key, word);
  await new Promise<void>((resolve) => {
    const look = (): void => {
      const draft = workspace.store.getState().imports.find((one) => one.key === key);
      if (draft && isReady(draft)) resolve();
      else setTimeout(look, 5);
    };
    setTimeout(look, 5);
  });
  await applyImport(workspace, key);
}
