import type { Steps } from '../core/progress.ts';
import type { Job } from './api.ts';
import { drive } from './drive.ts';

/**
 * Runs steps of one name one after another, each to its end before the next begins: the first answer comes first, where
 * taking turns would have all of them come late. Those whose job is stopped while they wait are never begun.
 */
export function createQueue(giveWay?: () => Promise<void>): <T>(name: string, steps: Steps<T>, job: Job) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (name, steps, job) => {
    const mine = (last.get(name) ?? Promise.resolve()).then(() => drive(steps, job, giveWay));
    const over = mine.catch(() => undefined);
    last.set(name, over);
    return mine;
  };
}
