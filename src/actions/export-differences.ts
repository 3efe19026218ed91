import { AnalysisCancelled } from '../analysis/api.ts';
import { drive } from '../analysis/drive.ts';
import { saveFile } from '../files/save-file.ts';
import { differencesCsvSteps, type DifferencesTable } from '../state/compare/differences-csv.ts';
import { runJob } from '../state/jobs.ts';
import { noteFailure } from '../state/note-failure.ts';
import type { Workspace } from '../state/workspace.ts';

/** Saves the listed differences; with a byte order mark, without which Excel misreads Chinese. */
export async function exportDifferences({ store }: Workspace, table: DifferencesTable): Promise<void> {
  try {
    const text = await runJob(store, { kind: 'export', file: null }, new AbortController(), (job) =>
      drive(differencesCsvSteps(table), job),
    );
    saveFile('yiquan-differences.csv', new TextEncoder().encode(`\uFEFF${text}`), 'text/csv');
  } catch (error) {
    if (error instanceof AnalysisCancelled) return;
    noteFailure(store, 'export', error);
  }
}
