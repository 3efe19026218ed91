import { saveFile } from '../files/save-file.ts';
import { runJob } from '../state/jobs.ts';
import { noteFailure } from '../state/note-failure.ts';
import { nameOfPlan } from '../state/project.ts';
import type { Workspace } from '../state/workspace.ts';
import { textsFor } from '../text/texts.ts';

/** Saves a zip with a workbook for each of the counties named (null: rows whose county is not known), dated `on`. */
export async function sendCounties(
  { store, analysis, patches }: Workspace,
  counties: readonly (string | null)[],
  on: string,
): Promise<void> {
  const { plan, inputs, project, preferences } = store.getState();
  const { counties: t, workspace } = textsFor(preferences.language);
  const { areas, facilities, candidates } = workspace.role;
  const request = {
    counties,
    facts: { project: project.name ?? nameOfPlan(plan, inputs), sentOn: on },
    words: {
      language: preferences.language === 'en' ? 'en' : 'zh',
      sheets: { areas, facilities, candidates },
      elsewhere: t.elsewhere,
    },
  } as const;
  try {
    const bytes = await runJob(store, { kind: 'export', file: null }, new AbortController(), async () => {
      await patches.flushed();
      return analysis.countyBooks(request);
    });
    saveFile(`yiquan-${t.zip}-${on}.zip`, bytes, 'application/zip');
  } catch (error) {
    noteFailure(store, 'export', error);
  }
}
