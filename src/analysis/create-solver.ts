import type { LinearModel } from '../core/siting/solver/linear-model.ts';
import { stoppedSolution, type Solution, type SolveOptions, type SolveWatch } from '../core/siting/solver/solution.ts';
import type { FromSolver, ToSolver } from './solver-protocol.ts';
import type { Solver } from './solver.ts';

/** Starts a solver in a worker of its own, when it is first needed. To stop a search ends the worker: it cannot be told. */
export function createSolver(): Solver {
  let worker: Worker | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const solveNow = (
    model: LinearModel,
    options: SolveOptions,
    watch: Partial<SolveWatch>,
    signal: AbortSignal,
  ): Promise<Solution> => {
    let best = options.start;
    let bound: number | null = null;
    if (signal.aborted) return Promise.resolve(stoppedSolution(model, best, bound));
    const mine = (worker ??= startWorker());
    return new Promise((resolve, reject) => {
      const end = (): void => {
        mine.terminate();
        worker = null;
      };
      const stop = (): void => {
        end();
        resolve(stoppedSolution(model, best, bound));
      };
      const fail = (fault: Error): void => {
        signal.removeEventListener('abort', stop);
        end();
        reject(fault);
      };
      signal.addEventListener('abort', stop, { once: true });
      mine.onmessage = ({ data }: MessageEvent<FromSolver>) => {
        if ('improved' in data) {
          best = data.improved.values;
          bound = data.improved.bound ?? bound;
          watch.onImproved?.(data.improved);
        } else if ('progress' in data) {
          bound = data.progress.bound ?? bound;
          watch.onProgress?.(data.progress);
        } else if ('solution' in data) {
          signal.removeEventListener('abort', stop);
          resolve(data.solution);
        } else {
          const fault = new Error(data.fault.message);
          if (data.fault.stack !== undefined) fault.stack = data.fault.stack;
          fail(fault);
        }
      };
      mine.onerror = ({ message }) => fail(new Error(message || 'the solver worker could not start'));
      mine.postMessage({ model, options } satisfies ToSolver);
    });
  };

  return {
    solve(model, options, watch, signal) {
      const mine = turn.then(() => solveNow(model, options, watch, signal));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

function startWorker(): Worker {
  return new Worker(new URL('./solver-worker.ts', import.meta.url), { type: 'module', name: 'yiquan-solver' });
}
