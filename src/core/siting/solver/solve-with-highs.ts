import type { CallbackData, Highs } from 'highs';
import type { LinearModel } from './linear-model.ts';
import { gapOf, type Solution, type SolveOptions, type SolveWatch } from './solution.ts';

/** Below this two objectives are one, in the model's own unit; HiGHS would call 0.01 % of the whole optimal. */
const ABSOLUTE_GAP = 1e-6;

/** Solves a model on this thread: nothing else happens on it until the end or the time limit. */
export function solveWithHighs(
  highs: Highs,
  model: LinearModel,
  { start, timeLimitS }: SolveOptions,
  watch: Partial<SolveWatch> = {},
): Solution {
  const { callbackType, modelStatus, objectiveSense, solutionStatus } = highs.constants;
  return highs.withModel(dataOf(highs, model, objectiveSense), (task): Solution => {
    task.options.set({
      output_flag: false,
      time_limit: timeLimitS,
      mip_rel_gap: 0,
      mip_abs_gap: ABSOLUTE_GAP,
    });
    // A cold start under a time limit returns rubbish: the search begins from what is known to hold.
    if (start) task.setSolution({ colValue: start });
    task.run({
      [callbackType.mipImprovingSolution]({ data }): undefined {
        const { mip_solution: values, objective_function_value: objective } = data;
        if (values === undefined || objective === undefined) return;
        watch.onImproved?.({ objective, bound: boundOf(data), values: rounded(values, model) });
      },
      [callbackType.mipLogging]({ data }): undefined {
        const { running_time: seconds = 0, mip_primal_bound: best } = data;
        watch.onProgress?.({ seconds, objective: finite(best), bound: boundOf(data) });
      },
    });
    const status = task.getModelStatus();
    if (status === modelStatus.infeasible) return NOTHING('infeasible');
    if (status === modelStatus.unbounded) return NOTHING('unbounded');
    if (task.info.get('primal_solution_status') !== solutionStatus.feasible) return NOTHING('none');
    const objective = task.getObjectiveValue();
    const optimal = status === modelStatus.optimal;
    const isWhole = model.integer.some((one) => one === 1);
    const bound = isWhole ? finite(task.info.get('mip_dual_bound') as number) : optimal ? objective : null;
    return {
      status: optimal ? 'optimal' : 'feasible',
      objective,
      bound,
      gap: gapOf(objective, bound),
      values: rounded(task.getSolution().colValue, model),
    };
  });
}

const NOTHING = (status: Solution['status']): Solution => ({
  status,
  objective: null,
  bound: null,
  gap: null,
  values: null,
});

function dataOf(highs: Highs, model: LinearModel, sense: Highs['constants']['objectiveSense']) {
  const numCols = model.cost.length;
  const numRows = model.rowLower.length;
  const { continuous, integer } = highs.constants.variableType;
  return {
    numCols,
    numRows,
    sense: model.maximise ? sense.maximize : sense.minimize,
    colCost: model.cost,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: {
      format: 'csr' as const,
      numRows,
      numCols,
      starts: model.rowStart,
      indices: model.index,
      values: model.value,
    },
    integrality: Array.from(model.integer, (whole) => (whole === 1 ? integer : continuous)),
  };
}

function rounded(values: Float64Array, { integer }: LinearModel): Float64Array {
  return values.map((value, i) => (integer[i] === 1 ? Math.round(value) : value));
}

function boundOf({ mip_dual_bound: bound }: CallbackData): number | null {
  return finite(bound);
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
