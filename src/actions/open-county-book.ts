import type { ReadCountyBook } from '../core/counties/read-county-book.ts';
import { readSourceFile } from '../files/read-source-file.ts';
import { runJob } from '../state/jobs.ts';
import { noteFailure } from '../state/note-failure.ts';
import type { Workspace } from '../state/workspace.ts';

/** Opens a workbook that a county sent back; the plan stays as it is. Null: it could not be read, and that is said. */
export async function openCountyBook({ store, analysis }: Workspace, file: File): Promise<ReadCountyBook | null> {
  try {
    return await runJob(store, { kind: 'read', file: file.name }, new AbortController(), async () =>
      analysis.readCountyBook(await readSourceFile(file)),
    );
  } catch (error) {
    noteFailure(store, 'read', error, file.name);
    return null;
  }
}
