import { inverseOf, type DocumentChange } from '../core/plan/document.ts';
import type { History, OpenedInput, Step } from './workspace-state.ts';

/** Steps that can be taken back: enough for days of work, few enough to stay small. */
export const MOST_STEPS = 500;

export const EMPTY_HISTORY: History = { steps: [], done: 0 };

/** The history after a new step: what had been undone is gone. */
export function recordStep(history: History, step: Step): History {
  const steps = [...history.steps.slice(0, history.done), step].slice(-MOST_STEPS);
  return { steps, done: steps.length };
}

/** A move along the history: the change to apply, and the opened files after it. */
export interface Move {
  readonly history: History;
  readonly change: DocumentChange;
  readonly inputs: readonly OpenedInput[];
}

/** The step that can be taken back; null: there is none. The opening of a project file is where its history begins. */
export function lastStep({ steps, done }: History): Step | null {
  const step = steps[done - 1];
  return step === undefined || step.name.kind === 'open-project' ? null : step;
}

/** The move that takes the last step back; null when there is none. */
export function undoStep(history: History): Move | null {
  const step = lastStep(history);
  if (step === null) return null;
  return { history: { ...history, done: history.done - 1 }, change: inverseOf(step.change), inputs: step.inputsBefore };
}

/** The move that does the next undone step again; null when there is none. */
export function redoStep(history: History): Move | null {
  const step = history.steps[history.done];
  if (step === undefined) return null;
  return { history: { ...history, done: history.done + 1 }, change: step.change, inputs: step.inputsAfter };
}
