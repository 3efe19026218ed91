import type { Steps } from '../core/progress.ts';
import { AnalysisCancelled, type Job } from './api.ts';

/** How long work goes on before it gives way, so that a cancel can arrive. */
const SLICE_MS = 8;

/** Least time between two reports of progress. */
const REPORT_MS = 80;

/**
 * Runs steps to their end, giving way between slices; rejects with `AnalysisCancelled` once the job is told to stop.
 * `giveWay` resolves when it may go on.
 */
export async function drive<T>(steps: Steps<T>, job: Job, giveWay: () => Promise<void> = nextTurn): Promise<T> {
  let reported = 0;
  for (;;) {
    const sliceEnds = performance.now() + SLICE_MS;
    while (performance.now() < sliceEnds) {
      if (job.signal.aborted) throw new AnalysisCancelled();
      const step = steps.next();
      if (step.done) return step.value;
      if (performance.now() - reported > REPORT_MS) {
        reported = performance.now();
        job.onProgress(step.value);
      }
    }
    // oxlint-disable-next-line eslint/no-await-in-loop -- giving way is the point
    await giveWay();
  }
}

/** A turn of the event loop. A message port is not slowed down the way nested timers are. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
