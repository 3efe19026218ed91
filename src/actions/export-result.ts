import type { ExportFormat } from '../analysis/api.ts';
import { saveFile } from '../files/save-file.ts';
import { runJob } from '../state/jobs.ts';
import { noteFailure } from '../state/note-failure.ts';
import type { Workspace } from '../state/workspace.ts';

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  json: 'application/json',
  geojson: 'application/geo+json',
  csv: 'text/csv',
};

/** Saves the last result as a file named by standard and date. */
export async function exportResult({ store, analysis }: Workspace, format: ExportFormat): Promise<void> {
  const { digest } = store.getState();
  if (digest === null) return;
  const controller = new AbortController();
  try {
    const bytes = await runJob(store, { kind: 'export', file: null }, controller, () => analysis.exportResult(format));
    if (controller.signal.aborted || bytes === null) return;
    saveFile(`yiquan-${digest.run.standards.id}-${digest.run.as_of}.${format}`, bytes, MEDIA_TYPES[format]);
  } catch (error) {
    noteFailure(store, 'export', error);
  }
}
