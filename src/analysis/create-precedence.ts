import { nextTurn } from './drive.ts';

/** Work that comes first, and what other work does meanwhile. */
export interface Precedence {
  /** Runs work that comes before all other. */
  readonly first: <T>(work: () => Promise<T>) => Promise<T>;
  /** Gives way to the event loop, and to work that comes first until it is over. */
  readonly giveWay: () => Promise<void>;
}

/**
 * Lets an audit of the plan go before tiles, circles and lists: those that are under way are of the audit before it, and
 * would share the thread with it for nothing.
 */
export function createPrecedence(): Precedence {
  const running = new Set<Promise<unknown>>();
  return {
    async first(work) {
      const mine = work();
      running.add(mine);
      try {
        return await mine;
      } finally {
        running.delete(mine);
      }
    },
    async giveWay() {
      await nextTurn();
      while (running.size > 0) {
        // oxlint-disable-next-line no-await-in-loop -- waiting is the point
        await Promise.allSettled(running);
      }
    },
  };
}
