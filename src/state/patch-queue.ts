import type { AnalysisApi, PlanPatch } from '../analysis/api.ts';
import { pause } from './pause.ts';

/** Sends patches one after another, a breath between any two. */
export interface PatchQueue {
  send(patches: readonly PlanPatch[]): void;
  /** Resolves once everything sent so far has arrived; rejects if the worker refused one. */
  flushed(): Promise<void>;
}

export function createPatchQueue(analysis: Pick<AnalysisApi, 'patch'>): PatchQueue {
  let last: Promise<void> = Promise.resolve();
  return {
    send(patches) {
      for (const patch of patches) {
        last = last.then(async () => {
          await analysis.patch(patch);
          await pause();
        });
      }
      // Whoever waits for the queue hears of a refusal; nobody waiting must not be an unhandled one.
      last.catch(() => undefined);
    },
    flushed: () => last,
  };
}
