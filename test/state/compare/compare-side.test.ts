import { describe, expect, it } from 'vitest';
import { documentChange, EMPTY_DOCUMENT, applyToDocument, shownPlan } from '../../../src/core/plan/document.ts';
import { createScenario, showScenario } from '../../../src/core/plan/scenario-changes.ts';
import { firstSides, resolveSide, type CompareSide } from '../../../src/state/compare/compare-side.ts';
import { offeredPlans } from '../../../src/state/compare/offered-plans.ts';
import { sideNames } from '../../../src/state/compare/side-names.ts';
import { sideRemarks } from '../../../src/state/compare/side-remarks.ts';
import { formatDateTime } from '../../../src/text/numbers.ts';
import { textsFor } from '../../../src/text/texts.ts';
import { PlanBuilder } from '../../builders/plan-builder.ts';
import { nantong, shippedStandard } from '../../builders/standards.ts';

const qingdao = shippedStandard('qingdao-2018');
const baseline = new PlanBuilder().area('A').facility('F', { floorAreaM2: 50 }).build();
const alone = { ...EMPTY_DOCUMENT, baseline };
const created = applyToDocument(alone, createScenario(alone, { name: '方案一', note: '', like: null }));
/** With a scenario in which F is larger, and which is shown. */
const planned = applyToDocument(
  created,
  documentChange(created, [{ table: 'facilities', id: 'F', field: 'floorAreaM2', from: 50, to: 600 }]),
);
function knownOf(document: typeof alone) {
  const standards = [nantong, qingdao];
  return { document, ...shownPlan(document), standards, standardId: nantong.standard.id, asOf: '2026-01-01' };
}
const known = knownOf(alone);
const { left, right } = firstSides(known);
const later = { kind: 'files', name: 'later.csv', plan: new PlanBuilder().area('A').build() } as const;
const earlier = {
  kind: 'document',
  from: { kind: 'version', at: Date.UTC(2026, 0, 2), streets: 'abc' },
  document: planned,
  shown: null,
} as const;
const other = { ...earlier, from: { kind: 'project', name: '邻县', streets: null }, shown: 'S1' } as const;
const words = {
  texts: textsFor('zh-CN'),
  documents: new Map([
    ['nantong-draft-2023', '南通'],
    ['qingdao-2018', '青岛'],
  ]),
};

describe('a side', () => {
  it('is the plan, standard and day that it names', () => {
    expect(resolveSide(known, left)).toEqual({ plan: baseline, conflicts: [], standard: nantong, asOf: '2026-01-01' });
    const side = { ...right, of: later, asOf: '2025-01-01' };
    expect(resolveSide(known, side)).toEqual({
      plan: later.plan,
      conflicts: [],
      standard: qingdao,
      asOf: '2025-01-01',
    });
    expect(() => resolveSide(known, { ...left, standardId: 'nowhere' })).toThrow(/expected one of those loaded/);
  });

  it('of a scenario is what that makes of the baseline, whatever is shown', () => {
    const shown = knownOf(planned);
    const sides = firstSides(shown);
    expect(resolveSide(shown, sides.left).plan).toBe(baseline);
    // The very plan that is shown: it has been judged.
    expect(resolveSide(shown, sides.right).plan).toBe(shown.plan);
    const hidden = knownOf(applyToDocument(planned, showScenario(planned, null)));
    const side = { ...left, of: { ...sides.right.of, document: hidden.document } as CompareSide['of'] };
    expect(resolveSide(hidden, side).plan.facilities.get('F')!.floorAreaM2).toBe(600);
  });

  it('leaves out what no longer applies', () => {
    const smaller = new PlanBuilder().area('A').facility('F', { floorAreaM2: 40 }).build();
    const of = { ...other, document: { ...planned, baseline: smaller } };
    const resolved = resolveSide(known, { ...left, of });
    expect(resolved.plan.facilities.get('F')!.floorAreaM2).toBe(40);
    expect(resolved.conflicts).toMatchObject([{ code: 'changed_since', found: 40 }]);
    const sides = { left, right: { ...left, of } };
    expect(sideRemarks(sides, { left: { conflicts: [] }, right: resolved }, null, words.texts)).toEqual([
      '“邻县 · 方案一”有 1 项改动与其现状冲突，没有计入',
    ]);
  });
});

it('streets other than the open ones are not used, which is said', () => {
  const remarks = (streets: string | null) =>
    sideRemarks(
      { left, right: { ...left, of: earlier } },
      { left: { conflicts: [] }, right: { conflicts: [] } },
      streets,
      words.texts,
    );
  expect(remarks('abc')).toEqual([]);
  expect(remarks('other')[0]).toContain('两侧都按当前打开的步行路网计算');
  expect(remarks(null)[0]).toContain('两侧都按直线距离估算');
});

it('sides are called by what differs between them', () => {
  const nameOf = (one: CompareSide) => Object.values(sideNames({ left, right: one }, words));
  const time = formatDateTime(earlier.from.at);
  expect(nameOf(right)).toEqual(['南通', '青岛']);
  expect(nameOf({ ...left, asOf: '2025-01-01' })).toEqual(['2026-01-01', '2025-01-01']);
  expect(nameOf({ ...right, of: later })).toEqual(['现状 · 南通', 'later.csv · 青岛']);
  expect(nameOf(left)).toEqual(['现状 · 南通 · 2026-01-01', '现状 · 南通 · 2026-01-01']);
  expect(nameOf({ ...left, of: earlier })).toEqual(['现状', `${time} 版本 · 现状`]);
  expect(nameOf({ ...left, of: other })).toEqual(['现状', '邻县 · 方案一']);
  expect(nameOf({ ...left, of: { ...other, document: alone, shown: null } })).toEqual(['现状', '邻县']);
});

describe('a side can be of', () => {
  it('the baseline and every scenario of what is open', () => {
    const { open, read } = offeredPlans(planned, firstSides(knownOf(planned)));
    expect(open).toMatchObject([{ shown: null }, { shown: 'S1' }]);
    expect(read).toEqual([]);
  });

  it('all of a document that was read for a side, and of tables, each once', () => {
    const { read } = offeredPlans(alone, { left: { ...left, of: earlier }, right: { ...right, of: later } });
    expect(read).toEqual([earlier, { ...earlier, shown: 'S1' }, later]);
    const twice = offeredPlans(alone, { left: { ...left, of: other }, right: { ...right, of: other } });
    expect(twice.read).toHaveLength(2);
  });
});
