import {
  applyToDocument,
  EMPTY_DOCUMENT,
  type DocumentChange,
  type DocumentEdit,
  type PlanDocument,
} from '../core/plan/document.ts';
import { MOST_STEPS } from './history.ts';
import type { KeptInput } from './kept-inputs.ts';
import { sliceDocumentChange } from './slice-change.ts';
import type { StepName } from './step-name.ts';
import type { History, OpenedInput, Step } from './workspace-state.ts';

/** One thing that happened to a project: a step, or a move along its history. `at`: milliseconds since 1970. */
export type Happening =
  | {
      readonly kind: 'step';
      readonly at: number;
      readonly name: StepName;
      /** The opened files after it; null: the same as before. */
      readonly inputs: readonly KeptInput[] | null;
    }
  | { readonly kind: 'undo' | 'redo'; readonly at: number };

/**
 * A record of the journal: what happened, or one part of it, for a long change is written in parts. What the last part is
 * missing of never happened. Nothing in it is ever changed.
 */
export interface JournalRecord {
  /** Counts from 0 without a gap. */
  readonly seq: number;
  readonly part: number;
  readonly last: boolean;
  /** With the first part alone. */
  readonly happening: Happening | null;
  readonly change: DocumentChange;
}

export function journalRecords(seq: number, happening: Happening, change: DocumentChange): JournalRecord[] {
  const slices = sliceDocumentChange(change);
  return slices.map((slice, part) => ({
    seq,
    part,
    last: part === slices.length - 1,
    happening: part === 0 ? happening : null,
    change: slice,
  }));
}

/** One happening, its parts put together. */
export interface Entry {
  readonly seq: number;
  readonly happening: Happening;
  readonly change: DocumentChange;
}

/** The whole entries of a journal, in order: all up to the first that is not whole. */
export function wholeEntries(records: readonly JournalRecord[]): Entry[] {
  const entries: Entry[] = [];
  let happening: Happening | null = null;
  let edits: DocumentEdit[] = [];
  let part = 0;
  for (const record of records) {
    if (record.seq !== entries.length || record.part !== part) break;
    happening = record.happening ?? happening;
    edits = edits.concat(record.change);
    part++;
    if (!record.last || happening === null) continue;
    entries.push({ seq: record.seq, happening, change: edits });
    edits = [];
    part = 0;
  }
  return entries;
}

/** A project as its journal has it. */
export interface Replayed {
  readonly document: PlanDocument;
  readonly history: History;
  readonly inputs: readonly OpenedInput[];
}

/** Does everything again that a journal tells. `opened` gives the files of a list of inputs back. */
export function replay(
  entries: readonly Entry[],
  opened: (kept: readonly KeptInput[]) => readonly OpenedInput[],
): Replayed {
  const steps: Step[] = [];
  let done = 0;
  let inputs: readonly OpenedInput[] = [];
  for (const { happening, change } of entries) {
    if (happening.kind === 'step') {
      const { name, at, inputs: kept } = happening;
      const inputsAfter = kept === null ? inputs : opened(kept);
      steps.length = done;
      steps.push({ name, at, change, inputsBefore: inputs, inputsAfter });
    }
    done += happening.kind === 'undo' ? -1 : 1;
    inputs = happening.kind === 'undo' ? steps[done]!.inputsBefore : steps[done - 1]!.inputsAfter;
  }
  // All at once: each table is opened once, however many steps there were.
  const document = applyToDocument(
    EMPTY_DOCUMENT,
    steps.slice(0, done).flatMap(({ change }) => change),
  );
  const first = Math.max(0, steps.length - MOST_STEPS);
  return { document, inputs, history: { steps: steps.slice(first), done: done - first } };
}
