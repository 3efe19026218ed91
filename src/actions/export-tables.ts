import { AnalysisCancelled } from '../analysis/api.ts';
import type { ExportRequest } from '../core/export/export-request.ts';
import type { Issue } from '../core/issue.ts';
import { saveFile } from '../files/save-file.ts';
import { runJob } from '../state/jobs.ts';
import { noteFailure } from '../state/note-failure.ts';
import type { Workspace } from '../state/workspace.ts';
import { textsFor } from '../text/texts.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  geojson: 'application/geo+json',
  gpkg: 'application/geopackage+sqlite3',
  zip: 'application/zip',
};

/** How an export ended: `saved` is the file's name, null where nothing could be written. */
export interface TablesExported {
  readonly saved: string | null;
  readonly issues: readonly Issue[];
}

/** Saves the plan's tables as a file. Null: it was stopped, or failed, of which a notice tells. */
export async function exportTables(
  { store, analysis, patches }: Workspace,
  request: Omit<ExportRequest, 'on'>,
  controller: AbortController,
): Promise<TablesExported | null> {
  try {
    return await runJob(store, { kind: 'export', file: null }, controller, async (job) => {
      await patches.flushed();
      const { planVersion, asOf, preferences } = store.getState();
      const { file, issues } = await analysis.exportTables({ ...request, on: asOf, planVersion }, job);
      if (controller.signal.aborted) return null;
      if (file === null) return { saved: null, issues };
      const ending = file.name.slice(file.name.lastIndexOf('.') + 1);
      const saved = textsFor(preferences.language).exports.fileName(asOf, ending);
      saveFile(saved, new Uint8Array(file.bytes), MEDIA_TYPES[ending] ?? 'application/octet-stream');
      return { saved, issues };
    });
  } catch (error) {
    if (error instanceof AnalysisCancelled) return null;
    noteFailure(store, 'export', error);
    return null;
  }
}
