import type { AnalysisApi, PlanPatch } from '../analysis/api.ts';
import { pause } from './pause.ts';

/** Sends patches one after another, a breath between any two: the worker takes them in the order of sending. */
export interface PatchQueue {
  send(patches: readonly PlanPatch[]): void;
  /**
   * Resolves once everything so far has been sent: what is asked of the analysis after that is asked of the plan with all of
   * it. Rejects if the worker has refused one.
   */
  flushed(): Promise<void>;
}

export function createPatchQueue(analysis: Pick<AnalysisApi, 'patch'>): PatchQueue {
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;
  let refusal: { readonly error: unknown } | null = null;

  /** Not waited for: an audit that is asked for next need not wait for this page to hear that the patch arrived. */
  function post(patch: PlanPatch): void {
    // A mirror that begins anew knows nothing of what was refused before.
    if (patch.base === 0) refusal = null;
    analysis.patch(patch).catch((error: unknown) => {
      refusal = { error };
    });
  }

  return {
    send(patches) {
      for (const [i, patch] of patches.entries()) {
        if (i === 0 && waiting === 0) {
          post(patch);
          continue;
        }
        waiting++;
        last = last.then(async () => {
          await pause();
          post(patch);
          waiting--;
        });
      }
    },
    async flushed() {
      await last;
      if (refusal !== null) throw refusal.error;
    },
  };
}
