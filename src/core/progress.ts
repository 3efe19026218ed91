/** One report of long work: which stage, and how much of it is done (both in the stage's own unit). */
export interface Progress {
  stage: ProgressStage;
  done: number;
  total: number;
}

export type ProgressStage =
  | 'reading'
  | 'units'
  | 'origins'
  | 'reach'
  | 'catchments'
  | 'booking'
  | 'judging'
  | 'spreading'
  | 'years'
  | 'solving'
  | 'comparing'
  | 'writing';

/**
 * Long work, as steps. The core knows no clock: it yields often, and whoever drives it decides when to pause,
 * show progress or drop the work (a dropped generator leaves nothing behind).
 */
export type Steps<T> = Generator<Progress, T, void>;

/** Runs steps to their end without a pause. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
