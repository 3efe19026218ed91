import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EMPTY_DOCUMENT, inverseOf, moveDocument, type ShownDocument } from '../../src/core/plan/document.ts';
import { documentChange } from '../../src/core/plan/document.ts';
import { EMPTY_PLAN } from '../../src/core/plan/plan.ts';
import { planDiff } from '../../src/core/plan/plan-diff.ts';
import { EMPTY_HISTORY, recordStep, redoStep, undoStep } from '../../src/state/history.ts';
import { journalRecords, replay, wholeEntries, type JournalRecord } from '../../src/state/journal.ts';
import type { History } from '../../src/state/workspace-state.ts';
import { changeOf, throws } from '../builders/random-change.ts';
import { randomPlan } from '../builders/random-plan.ts';

const doings = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: throws },
    { weight: 2, arbitrary: fc.constant('undo' as const) },
    { weight: 1, arbitrary: fc.constant('redo' as const) },
  ),
  { maxLength: 40 },
);

/** Lives through a session and writes its journal. */
function session(plan: ShownDocument['plan'], all: readonly (readonly unknown[] | string)[]) {
  let now: ShownDocument = { document: EMPTY_DOCUMENT, plan: EMPTY_PLAN, conflicts: [] };
  let history: History = EMPTY_HISTORY;
  const records: JournalRecord[] = [];
  let seq = 0;
  const step = (change: Parameters<typeof inverseOf>[0]): void => {
    now = moveDocument(now, change);
    const name = { kind: 'open', file: 'x' } as const;
    history = recordStep(history, { name, at: seq, change, inputsBefore: [], inputsAfter: [] });
    records.push(...journalRecords(seq, { kind: 'step', at: seq, name, inputs: null }, change));
    seq++;
  };
  step(documentChange(now.document, planDiff(EMPTY_PLAN, plan)));
  for (const doing of all) {
    if (typeof doing !== 'string') {
      step(documentChange(now.document, changeOf(now.plan, doing as never)));
      continue;
    }
    const move = doing === 'undo' ? undoStep(history) : redoStep(history);
    if (move === null) continue;
    now = moveDocument(now, move.change);
    history = move.history;
    records.push(...journalRecords(seq, { kind: doing as 'undo', at: seq }, []));
    seq++;
  }
  return { now, history, records };
}

it('told again gives the document and the history that were lived through', () => {
  fc.assert(
    fc.property(randomPlan, doings, (plan, all) => {
      const { now, history, records } = session(plan, all);
      const told = replay(wholeEntries(records), () => []);
      expect(told.document).toEqual(now.document);
      expect(told.history).toEqual(history);
    }),
    { numRuns: 100 },
  );
});

it('cut off anywhere gives what had been lived through until then, and no more', () => {
  fc.assert(
    fc.property(randomPlan, doings, fc.nat(), (plan, all, at) => {
      const { records } = session(plan, all);
      const cut = records.slice(0, at % (records.length + 1));
      const whole = wholeEntries(cut);
      const ended = cut.findLastIndex(({ last }) => last) + 1;
      expect(whole.length).toBe(cut.slice(0, ended).filter(({ last }) => last).length);
      expect(() => replay(whole, () => [])).not.toThrow();
    }),
    { numRuns: 50 },
  );
});
