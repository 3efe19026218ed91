import type { LinearModel } from '../core/siting/solver/linear-model.ts';
import type { Solution, SolveOptions, SolveWatch } from '../core/siting/solver/solution.ts';

/** Whatever solves linear models: a worker of its own, or this thread in a test. */
export interface Solver {
  /** A search that is stopped resolves with the best it had found: at least `options.start`. */
  solve(model: LinearModel, options: SolveOptions, watch: Partial<SolveWatch>, signal: AbortSignal): Promise<Solution>;
}
