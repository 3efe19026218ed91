import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Highs } from 'highs';
import type { Solver } from '../../src/analysis/solver.ts';
import type { PoolInstance } from '../../src/core/siting/pools/pool-instance.ts';
import { suggestPools, type PoolSuggestions } from '../../src/core/siting/pools/suggest-pools.ts';
import { loadHighs } from '../../src/core/siting/solver/load-highs.ts';
import { solveWithHighs } from '../../src/core/siting/solver/solve-with-highs.ts';
import { stoppedSolution } from '../../src/core/siting/solver/solution.ts';

/** HiGHS, its code from the package itself. */
export function openHighs(): Promise<Highs> {
  return loadHighs({ highsWasm: () => readFile(createRequire(import.meta.url).resolve('highs/runtime')) });
}

/** A solver on this thread. */
export function inlineSolver(highs: Highs): Solver {
  return {
    solve: async (model, options, watch, signal) =>
      signal.aborted ? stoppedSolution(model, options.start, null) : solveWithHighs(highs, model, options, watch),
  };
}

/** Suggested pools, solved to the end. */
export function solvedPools(highs: Highs, instance: PoolInstance): PoolSuggestions {
  const search = suggestPools(instance, 60);
  let step = search.next();
  while (!step.done) step = search.next(solveWithHighs(highs, step.value.model, step.value.options));
  return step.value;
}
