import { AnalysisCancelled } from '../analysis/api.ts';
import { drive } from '../analysis/drive.ts';
import { saveCsv } from '../files/save-csv.ts';
import { differencesCsvSteps, type DifferencesTable } from '../state/compare/differences-csv.ts';
import { runJob } from '../state/jobs.ts';
import { noteFailure } from '../state/note-failure.ts';
import type { Workspace } from '../state/workspace.ts';

/** Saves the listed differences. */
export async function exportDifferences({ store }: Workspace, table: DifferencesTable): Promise<void> {
  try {
    const text = await runJob(store, { kind: 'export', file: null }, new AbortController(), (job) =>
      drive(differencesCsvSteps(table), job),
    );
    saveCsv('yiquan-differences.csv', text);
  } catch (error) {
    if (error instanceof AnalysisCancelled) return;
    noteFailure(store, 'export', error);
  }
}
