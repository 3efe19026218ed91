import { mergeReturned, type Side } from '../core/counties/merge-returned.ts';
import type { CountyBook } from '../core/counties/read-county-book.ts';
import { commit, type Workspace } from '../state/workspace.ts';

/**
 * Brings a returned workbook into the plan as one undoable step, and judges again. What both changed and nobody chose stays as it
 * is here. `choices`: by the keys of the differences.
 */
export async function mergeCounty(
  workspace: Workspace,
  book: CountyBook,
  choices: ReadonlyMap<string, Side>,
  file: string,
): Promise<void> {
  const { change } = mergeReturned(workspace.store.getState().plan, book, choices);
  if (change.length === 0) return;
  commit(workspace, { kind: 'county', file }, change);
  await workspace.audits.request();
}
