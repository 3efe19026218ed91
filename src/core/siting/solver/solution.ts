import type { LinearModel } from './linear-model.ts';

/** How a model is to be solved. */
export interface SolveOptions {
  /** A value a column that satisfies every row: the search begins from there. */
  readonly start?: Float64Array;
  /** Seconds after which the best so far must do. */
  readonly timeLimitS: number;
}

/**
 * What a solver found. `optimal` is said only where it is proved; `feasible`: the best found within the time; `none`: nothing
 * was found within the time, and nothing is proved.
 */
export interface Solution {
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unbounded' | 'none';
  /** Null: nothing was found. */
  readonly objective: number | null;
  /** What no solution can be better than; null: not known. */
  readonly bound: number | null;
  /** |objective − bound| ÷ |objective|, 0 where both are 0; null: not known. */
  readonly gap: number | null;
  /** A value a column, whole numbers rounded to whole; null: nothing was found. */
  readonly values: Float64Array | null;
}

/** A better solution than any before. */
export interface Improvement {
  readonly objective: number;
  readonly bound: number | null;
  readonly values: Float64Array;
}

/** How far a search has come. */
export interface SearchProgress {
  readonly seconds: number;
  readonly objective: number | null;
  readonly bound: number | null;
}

/** Hears of a search while it goes on. */
export interface SolveWatch {
  onImproved(improvement: Improvement): void;
  onProgress(progress: SearchProgress): void;
}

/** The gap of a solution to what no solution can be better than. */
export function gapOf(objective: number | null, bound: number | null): number | null {
  if (objective === null || bound === null || !Number.isFinite(bound)) return null;
  const apart = Math.abs(objective - bound);
  return apart === 0 ? 0 : apart / Math.max(Math.abs(objective), Number.MIN_VALUE);
}

/** What a search that was stopped leaves: the best it had found, which nothing proves. */
export function stoppedSolution(
  { cost }: LinearModel,
  values: Float64Array | undefined,
  bound: number | null,
): Solution {
  if (values === undefined) return { status: 'none', objective: null, bound, gap: null, values: null };
  const objective = values.reduce((sum, value, i) => sum + value * cost[i]!, 0);
  return { status: 'feasible', objective, bound, gap: gapOf(objective, bound), values };
}
