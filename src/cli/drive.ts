import type { Steps } from '../core/progress.ts';
import { tellProgress, type Speech } from './host.ts';

/** Runs long work to its end and reports how far it has come; `file` is what it is about, if one file. */
export function drive<T>(steps: Steps<T>, speech: Speech, file?: string): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    tellProgress(speech, step.value, file);
  }
}
