import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyScenario } from '../../../src/core/plan/apply-scenario.ts';
import {
  applyToDocument,
  documentChange,
  EMPTY_DOCUMENT,
  inverseOf,
  moveDocument,
  shownPlan,
  type DocumentChange,
  type ShownDocument,
} from '../../../src/core/plan/document.ts';
import { applyChange } from '../../../src/core/plan/edit.ts';
import type { Scenario } from '../../../src/core/plan/scenario.ts';
import { changeOf, throws } from '../../builders/random-change.ts';
import { PlanBuilder } from '../../builders/plan-builder.ts';
import { randomPlan } from '../../builders/random-plan.ts';

const S: Scenario = { id: 'S', name: '方案一', note: '', edits: new Map() };
const T: Scenario = { ...S, id: 'T' };

function begin(baseline: ShownDocument['plan']): ShownDocument {
  return {
    document: {
      ...EMPTY_DOCUMENT,
      baseline,
      scenarios: new Map([
        ['S', S],
        ['T', T],
      ]),
    },
    plan: baseline,
    conflicts: [],
  };
}

function show(document: ShownDocument['document'], to: string | null): DocumentChange {
  return [{ of: 'shown', from: document.shown, to }];
}

/** What is done one after another: edits of what is shown, data that came, or something else shown. */
const doings = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: throws.map((edit) => ({ edit })) },
    { weight: 1, arbitrary: throws.map((data) => ({ data })) },
    { weight: 2, arbitrary: fc.constantFrom(null, 'S', 'T').map((to) => ({ to })) },
  ),
  { maxLength: 25 },
);
type Doing = typeof doings extends fc.Arbitrary<readonly (infer D)[]> ? D : never;

function changeFor({ document, plan }: ShownDocument, doing: Doing): DocumentChange {
  if ('to' in doing) return show(document, doing.to);
  const data = 'data' in doing;
  return documentChange(document, changeOf(plan, data ? doing.data : doing.edit), data);
}

describe('a document', () => {
  it('shows what its scenario makes of its baseline, whatever was done, and the mirror of the plan follows', () => {
    fc.assert(
      fc.property(randomPlan, doings, (plan, all) => {
        let now = begin(plan);
        for (const doing of all) {
          const next = moveDocument(now, changeFor(now, doing));
          expect(next.plan).toEqual(shownPlan(next.document).plan);
          expect(applyChange(now.plan, next.planChange)).toEqual(next.plan);
          now = next;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('undone gives the identical document, step by step, and redone the identical result', () => {
    fc.assert(
      fc.property(randomPlan, doings, (plan, all) => {
        const states = [begin(plan)];
        const changes: DocumentChange[] = [];
        for (const doing of all) {
          const now = states.at(-1)!;
          changes.push(changeFor(now, doing));
          states.push(moveDocument(now, changes.at(-1)!));
        }
        let now = states.at(-1)!;
        for (let at = changes.length - 1; at >= 0; at--) {
          now = moveDocument(now, inverseOf(changes[at]!));
          expect(now.document).toEqual(states[at]!.document);
          expect(now.plan).toEqual(states[at]!.plan);
        }
        for (const [at, change] of changes.entries()) {
          now = moveDocument(now, change);
          expect(now.document).toEqual(states[at + 1]!.document);
          expect(now.plan).toEqual(states[at + 1]!.plan);
        }
        expect(applyToDocument(states[0]!.document, changes.flat())).toEqual(now.document);
      }),
      { numRuns: 150 },
    );
  });

  it('leaves its baseline and its other scenarios alone when a scenario is edited', () => {
    fc.assert(
      fc.property(randomPlan, fc.array(throws, { maxLength: 20 }), (plan, all) => {
        let now = moveDocument(begin(plan), show(begin(plan).document, 'S'));
        for (const edit of all) {
          const change = changeOf(now.plan, edit).filter(({ table }) => table !== 'settings');
          now = moveDocument(now, documentChange(now.document, change));
        }
        expect(now.document.baseline).toBe(plan);
        expect(now.document.scenarios.get('T')).toBe(T);
        expect(now.conflicts).toEqual([]);
        const { plan: made } = applyScenario(plan, now.document.scenarios.get('S')!);
        expect(made).toEqual(now.plan);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a scenario', () => {
  const plan = new PlanBuilder().area('A', { households: 100 }).facility('f', { floorAreaM2: 50 }).build();
  const inScenario = moveDocument(begin(plan), show(begin(plan).document, 'S'));
  const edit = (now: ShownDocument, ...change: Parameters<typeof documentChange>[1]) =>
    moveDocument(now, documentChange(now.document, change));
  const editsOf = ({ document }: ShownDocument) => [...document.scenarios.get('S')!.edits.values()];

  it('holds one edit of what was edited often, from the baseline on, and none of what is as before', () => {
    const once = edit(inScenario, { table: 'facilities', id: 'f', field: 'floorAreaM2', from: 50, to: 300 });
    const twice = edit(once, { table: 'facilities', id: 'f', field: 'floorAreaM2', from: 300, to: 600 });
    expect(editsOf(twice)).toEqual([{ table: 'facilities', id: 'f', field: 'floorAreaM2', from: 50, to: 600 }]);
    const back = edit(twice, { table: 'facilities', id: 'f', field: 'floorAreaM2', from: 600, to: 50 });
    expect(editsOf(back)).toEqual([]);
  });

  it('says of a record that was edited and then deleted that what the baseline has goes', () => {
    const changed = edit(inScenario, { table: 'facilities', id: 'f', field: 'floorAreaM2', from: 50, to: 300 });
    const from = changed.plan.facilities.get('f');
    const gone = edit(changed, { table: 'facilities', id: 'f', from, to: undefined });
    expect(editsOf(gone)).toEqual([{ table: 'facilities', id: 'f', from: plan.facilities.get('f'), to: undefined }]);
  });

  it('names what no longer applies, leaves it out, and applies the rest', () => {
    const changed = edit(
      inScenario,
      { table: 'facilities', id: 'f', field: 'floorAreaM2', from: 50, to: 300 },
      { table: 'areas', id: 'A', field: 'households', from: 100, to: 120 },
    );
    const data = documentChange(
      changed.document,
      [{ table: 'facilities', id: 'f', field: 'floorAreaM2', from: 300, to: 80 }],
      true,
    );
    const after = moveDocument(changed, data);
    expect(after.document.baseline.facilities.get('f')!.floorAreaM2).toBe(80);
    expect(after.plan.facilities.get('f')!.floorAreaM2).toBe(80);
    expect(after.plan.areas.get('A')!.households).toBe(120);
    expect(after.conflicts).toMatchObject([{ code: 'changed_since', found: 80, edit: { from: 50, to: 300 } }]);
  });

  it('has no conflict where the baseline has come to say the same', () => {
    const changed = edit(inScenario, { table: 'facilities', id: 'f', field: 'floorAreaM2', from: 50, to: 300 });
    const same = documentChange(
      changed.document,
      [{ table: 'facilities', id: 'f', field: 'floorAreaM2', from: 300, to: 300 }],
      true,
    );
    expect(moveDocument(changed, same).conflicts).toEqual([]);
  });
});
