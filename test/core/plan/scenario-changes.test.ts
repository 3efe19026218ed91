import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyToDocument,
  documentChange,
  EMPTY_DOCUMENT,
  inverseOf,
  moveDocument,
  shownPlan,
  type DocumentChange,
  type PlanDocument,
} from '../../../src/core/plan/document.ts';
import {
  adoptScenario,
  createScenario,
  deleteScenario,
  describeScenario,
  settleConflict,
  showScenario,
  withdrawEdit,
} from '../../../src/core/plan/scenario-changes.ts';
import { PlanBuilder } from '../../builders/plan-builder.ts';
import { changeOf, throws } from '../../builders/random-change.ts';
import { randomPlan } from '../../builders/random-plan.ts';

const words = { name: '方案', note: '补齐东片' };
const plan = new PlanBuilder().area('A', { households: 100 }).facility('f', { floorAreaM2: 50 }).build();
const base: PlanDocument = { ...EMPTY_DOCUMENT, baseline: plan };

/** The document after one thing after another. */
function after(document: PlanDocument, ...doings: ((document: PlanDocument) => DocumentChange)[]): PlanDocument {
  return doings.reduce((now, doing) => applyToDocument(now, doing(now)), document);
}
const create = (document: PlanDocument) => createScenario(document, { ...words, like: null });
const enlarge = (document: PlanDocument) =>
  documentChange(document, [{ table: 'facilities', id: 'f', field: 'floorAreaM2', from: 50, to: 600 }]);

describe('scenarios', () => {
  it('begin as the baseline is, and are shown', () => {
    const document = after(base, create);
    expect(document.scenarios.get('S1')).toMatchObject(words);
    expect(document.shown).toBe('S1');
    expect(shownPlan(document).plan).toEqual(plan);
  });

  it('are copied with what they do, and go their own ways', () => {
    const document = after(base, create, enlarge, (now) => createScenario(now, { ...words, name: '乙', like: 'S1' }));
    expect(shownPlan(document).plan.facilities.get('f')!.floorAreaM2).toBe(600);
    const smaller = after(document, (now) =>
      documentChange(now, [{ table: 'facilities', id: 'f', field: 'floorAreaM2', from: 600, to: 300 }]),
    );
    const first = after(smaller, (now) => showScenario(now, 'S1'));
    expect(shownPlan(first).plan.facilities.get('f')!.floorAreaM2).toBe(600);
  });

  it('have one edit taken back out of them, the others stay', () => {
    const more = (document: PlanDocument) =>
      documentChange(document, [{ table: 'areas', id: 'A', field: 'households', from: 100, to: 120 }]);
    const document = after(base, create, enlarge, more);
    const change = withdrawEdit(document, 'S1', '["facilities","f","floorAreaM2"]');
    const less = applyToDocument(document, change);
    expect(shownPlan(less).plan.facilities.get('f')!.floorAreaM2).toBe(50);
    expect(shownPlan(less).plan.areas.get('A')!.households).toBe(120);
    expect(shownPlan(applyToDocument(less, inverseOf(change))).plan).toEqual(shownPlan(document).plan);
    expect(withdrawEdit(document, 'S1', '["areas","A","elders"]')).toEqual([]);
  });

  it('get other words and nothing else', () => {
    const document = after(base, create, enlarge, (now) => describeScenario(now, 'S1', { name: '丙', note: '' }));
    expect(document.scenarios.get('S1')).toMatchObject({ name: '丙', note: '' });
    expect(document.scenarios.get('S1')!.edits.size).toBe(1);
  });

  it('never get the id of one that is there', () => {
    const document = after(base, create, create, (now) => deleteScenario(now, 'S1'), create);
    expect([...document.scenarios.keys()].toSorted()).toEqual(['S2', 'S3']);
  });

  it('leave the baseline shown when they are deleted, and come back bit for bit', () => {
    fc.assert(
      fc.property(randomPlan, throws, (baseline, thrown) => {
        const begun = after({ ...EMPTY_DOCUMENT, baseline }, create);
        const edited = after(begun, (now) => documentChange(now, changeOf(shownPlan(now).plan, thrown)));
        const change = deleteScenario(edited, 'S1');
        const gone = applyToDocument(edited, change);
        expect([gone.shown, gone.scenarios.size]).toEqual([null, 0]);
        expect(applyToDocument(gone, inverseOf(change))).toEqual(edited);
      }),
      { numRuns: 50 },
    );
  });

  it('become the baseline when they are adopted', () => {
    fc.assert(
      fc.property(randomPlan, fc.array(throws, { maxLength: 5 }), (baseline, all) => {
        let document = after({ ...EMPTY_DOCUMENT, baseline }, create);
        for (const thrown of all) {
          document = after(document, (now) => documentChange(now, changeOf(shownPlan(now).plan, thrown)));
        }
        const adopted = after(document, (now) => adoptScenario(now, 'S1'));
        expect(adopted.baseline).toEqual(shownPlan(document).plan);
        expect(adopted.scenarios.size).toBe(0);
      }),
      { numRuns: 50 },
    );
  });
});

describe('an edit that no longer applies', () => {
  const changed = after(base, create, enlarge, (now) =>
    documentChange(now, [{ table: 'facilities', id: 'f', field: 'floorAreaM2', from: 600, to: 80 }], true),
  );
  const [conflict] = shownPlan(changed).conflicts;

  it('starts from what the baseline says now where the scenario is to win', () => {
    const settled = after(changed, (now) => settleConflict(now, 'S1', conflict!, 'scenario'));
    expect(shownPlan(settled).conflicts).toEqual([]);
    expect(shownPlan(settled).plan.facilities.get('f')!.floorAreaM2).toBe(600);
  });

  it('is given up where the baseline is to win', () => {
    const settled = after(changed, (now) => settleConflict(now, 'S1', conflict!, 'baseline'));
    expect(shownPlan(settled).conflicts).toEqual([]);
    expect(shownPlan(settled).plan.facilities.get('f')!.floorAreaM2).toBe(80);
    expect(settled.scenarios.get('S1')!.edits.size).toBe(0);
  });

  it('is settled by editing the thing anew, from what is shown', () => {
    const settled = after(changed, (now) =>
      documentChange(now, [{ table: 'facilities', id: 'f', field: 'floorAreaM2', from: 80, to: 90 }]),
    );
    expect(shownPlan(settled).conflicts).toEqual([]);
    expect([...settled.scenarios.get('S1')!.edits.values()]).toMatchObject([{ from: 80, to: 90 }]);
  });

  it('leads to the plan that is shown by the shortest way', () => {
    const shown = { document: changed, ...shownPlan(changed) };
    const next = moveDocument(shown, settleConflict(changed, 'S1', conflict!, 'scenario'));
    expect(next.planChange).toEqual([{ table: 'facilities', id: 'f', field: 'floorAreaM2', from: 80, to: 600 }]);
  });
});
