import { AnalysisCancelled } from '../analysis/api.ts';
import { copyText } from '../files/copy-text.ts';
import type { GapRows } from '../state/gap-rows.ts';
import { noteFailure } from '../state/note-failure.ts';
import type { Workspace } from '../state/workspace.ts';
import { writeGaps } from './write-gaps.ts';

/** Puts the gap list on the clipboard as it is shown, for a spreadsheet. */
export async function copyGaps(workspace: Workspace, gaps: GapRows): Promise<void> {
  const { store } = workspace;
  try {
    await copyText(writeGaps(workspace, gaps, 'tsv'));
    store.setState({ copied: { rows: gaps.rows.length } });
  } catch (error) {
    if (error instanceof AnalysisCancelled) return;
    noteFailure(store, 'copy', error);
  }
}
