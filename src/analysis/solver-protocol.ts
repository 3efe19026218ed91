import type { LinearModel } from '../core/siting/solver/linear-model.ts';
import type { Improvement, SearchProgress, Solution, SolveOptions } from '../core/siting/solver/solution.ts';

// What the page and the solver's worker say to each other. One model at a time; to stop is to end the worker.

export interface ToSolver {
  readonly model: LinearModel;
  readonly options: SolveOptions;
}

export type FromSolver =
  | { readonly improved: Improvement }
  | { readonly progress: SearchProgress }
  | { readonly solution: Solution }
  | { readonly fault: { readonly message: string; readonly stack: string | undefined } };
