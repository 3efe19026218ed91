import type { Steps } from '../core/progress.ts';
import { drive } from './drive.ts';

/** Runs steps by name: steps begun under the name of some that still run end those, which reject with `AnalysisCancelled`. */
export function createLatest(giveWay?: () => Promise<void>): <T>(name: string, steps: Steps<T>) => Promise<T> {
  const running = new Map<string, AbortController>();
  return async (name, steps) => {
    running.get(name)?.abort();
    const controller = new AbortController();
    running.set(name, controller);
    try {
      return await drive(steps, { signal: controller.signal, onProgress: () => {} }, giveWay);
    } finally {
      if (running.get(name) === controller) running.delete(name);
    }
  };
}
