import { AnalysisCancelled } from '../analysis/api.ts';
import { saveCsv } from '../files/save-csv.ts';
import type { GapRows } from '../state/gap-rows.ts';
import { noteFailure } from '../state/note-failure.ts';
import type { Workspace } from '../state/workspace.ts';
import { writeGaps } from './write-gaps.ts';

/** Saves the gap list as it is shown, named by standard and date. */
export async function exportGaps(workspace: Workspace, gaps: GapRows): Promise<void> {
  const { standards, as_of: asOf } = gaps.digest.run;
  try {
    const text = await writeGaps(workspace, gaps, 'csv');
    saveCsv(`yiquan-gaps-${standards.id}-${asOf}.csv`, text);
  } catch (error) {
    if (error instanceof AnalysisCancelled) return;
    noteFailure(workspace.store, 'export', error);
  }
}
