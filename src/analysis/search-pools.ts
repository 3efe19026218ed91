import type { PoolInstance } from '../core/siting/pools/pool-instance.ts';
import { suggestPools, type PoolSuggestions } from '../core/siting/pools/suggest-pools.ts';
import type { Job } from './api.ts';
import { nextTurn } from './drive.ts';
import type { Solver } from './solver.ts';

/** Seconds that the solver has for each model: beyond that the best so far must do, and is called no more than that. */
const TIME_LIMIT_S = 60;

/**
 * Suggested pools. `onBest` hears of what is best so far, from the heuristic's answer on; a job that is stopped resolves
 * with it.
 */
export async function searchPools(
  instance: PoolInstance,
  solver: Solver,
  job: Job,
  onBest: (suggestions: PoolSuggestions) => void,
): Promise<PoolSuggestions> {
  const search = suggestPools(instance, TIME_LIMIT_S);
  await nextTurn();
  let step = search.next();
  while (!step.done) {
    const { model, options, soFar, suggestionsOf } = step.value;
    onBest(soFar);
    job.onProgress({ stage: 'solving', ...soFar.parts });
    const watch = {
      onImproved: ({ values, bound }: { values: Float64Array; bound: number | null }) =>
        onBest(suggestionsOf(values, bound)),
    };
    // oxlint-disable-next-line no-await-in-loop -- one model after the other: there is one solver
    step = search.next(await solver.solve(model, options, watch, job.signal));
  }
  onBest(step.value);
  return step.value;
}
