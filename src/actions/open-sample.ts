import { fetchFile } from '../files/fetch-file.ts';
import { NOTHING_DECLARED } from '../state/import-draft.ts';
import { runJob } from '../state/jobs.ts';
import { noteFailure } from '../state/note-failure.ts';
import { NEW_PROJECT } from '../state/project.ts';
import { textsFor } from '../text/texts.ts';
import type { Workspace } from '../state/workspace.ts';
import { setBottomTab } from './arrange.ts';
import { closeProject, dropProject } from './close-project.ts';
import { isKeptFirst } from './is-kept-first.ts';
import { readAll, showAndJudge } from './open-files.ts';

/** Opens the made-up sample city as if its files had been dropped, and shows its gaps. */
export async function openSample(workspace: Workspace): Promise<void> {
  const { store, sample } = workspace;
  if (sample.length === 0 || store.getState().jobs.length > 0) return;
  if (!isKeptFirst(workspace, textsFor(store.getState().preferences.language).projects.sampleTitle)) return;
  await closeProject(workspace);
  const files = await fetchAll(workspace);
  if (files === null) return;
  store.setState({ project: { ...NEW_PROJECT, madeUp: true } });
  const all = await readAll(
    workspace,
    files.map((file) => ({ files: [file], declared: NOTHING_DECLARED, review: false })),
  );
  // Half a city would show gaps that are not there.
  if (!all) {
    await dropProject(workspace);
    return;
  }
  setBottomTab(workspace, 'gaps');
  await showAndJudge(workspace);
}

/** Null: stopped, or one of them could not be had, which is said. */
async function fetchAll({ store, sample }: Workspace): Promise<File[] | null> {
  const controller = new AbortController();
  const files: File[] = [];
  for (const { name, url } of sample) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one after another: one bar a file, and a stop that stops the rest
      const file = await runJob(store, { kind: 'fetch', file: name }, controller, (job) =>
        fetchFile(name, url, job.signal, (part) => job.onProgress({ stage: 'reading', ...part })),
      );
      files.push(file);
    } catch (error) {
      if (controller.signal.aborted) return null;
      noteFailure(store, 'fetch', error, name);
      return null;
    }
  }
  return files;
}
