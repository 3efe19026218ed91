import { drive } from '../analysis/drive.ts';
import type { GapRows } from '../state/gap-rows.ts';
import { gapTableSteps, type TableForm } from '../state/gap-table-steps.ts';
import { runJob } from '../state/jobs.ts';
import { settingsInUse } from '../state/selectors.ts';
import type { Workspace } from '../state/workspace.ts';
import { textsFor } from '../text/texts.ts';

/** The shown gap list as text, in the person's language; a long one in slices, as a job that can be stopped. */
export function writeGaps({ store }: Workspace, gaps: GapRows, form: TableForm): Promise<string> {
  const { preferences, plan } = store.getState();
  const request = {
    gaps,
    columns: preferences.gapColumns,
    texts: textsFor(preferences.language),
    elderAge: settingsInUse({ plan }).elder_age,
  };
  return runJob(store, { kind: 'export', file: null }, new AbortController(), (job) =>
    drive(gapTableSteps(request, form), job),
  );
}
