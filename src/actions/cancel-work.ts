import type { Workspace } from '../state/workspace.ts';

/** Stops a job, or all of them. */
export function cancelWork({ store }: Workspace, id?: number): void {
  for (const job of store.getState().jobs) {
    if (id === undefined || job.id === id) job.controller.abort();
  }
}
