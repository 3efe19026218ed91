import type { Steps } from '../core/progress.ts';
import type { Job } from './api.ts';
import { drive } from './drive.ts';

/**
 * Runs steps one after another, each to its end before the next begins: the first answer comes first, where taking turns
 * would have all of them come late. Those whose job is stopped while they wait are never begun.
 */
export function createQueue(): <T>(steps: Steps<T>, job: Job) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (steps, job) => {
    const mine = last.then(() => drive(steps, job));
    last = mine.catch(() => undefined);
    return mine;
  };
}
