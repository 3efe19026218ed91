import type { Job } from '../analysis/api.ts';
import type { RunningJob } from './workspace-state.ts';
import type { WorkspaceStore } from './workspace.ts';

/** Runs long work as a job that the screen shows and can stop. The job leaves the list however the work ends. */
export async function runJob<T>(
  store: WorkspaceStore,
  { kind, file }: Pick<RunningJob, 'kind' | 'file'>,
  controller: AbortController,
  work: (job: Job) => Promise<T>,
): Promise<T> {
  const id = 1 + Math.max(0, ...store.getState().jobs.map((job) => job.id));
  const update = (jobs: (before: readonly RunningJob[]) => readonly RunningJob[]): void =>
    store.setState(({ jobs: before }) => ({ jobs: jobs(before) }));
  update((jobs) => [...jobs, { id, kind, file, progress: null, controller }]);
  try {
    return await work({
      signal: controller.signal,
      onProgress: (progress) => update((jobs) => jobs.map((job) => (job.id === id ? { ...job, progress } : job))),
    });
  } finally {
    update((jobs) => jobs.filter((job) => job.id !== id));
  }
}
