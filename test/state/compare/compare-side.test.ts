import { expect, it } from 'vitest';
import { EMPTY_PLAN } from '../../../src/core/plan/plan.ts';
import { firstSides, resolveSide, type CompareSide } from '../../../src/state/compare/compare-side.ts';
import { offeredPlans } from '../../../src/state/compare/offered-plans.ts';
import { sideNames } from '../../../src/state/compare/side-names.ts';
import { textsFor } from '../../../src/text/texts.ts';
import { PlanBuilder } from '../../builders/plan-builder.ts';
import { nantong, shippedStandard } from '../../builders/standards.ts';

const qingdao = shippedStandard('qingdao-2018');
const known = {
  plan: EMPTY_PLAN,
  standards: [nantong, qingdao],
  standardId: nantong.standard.id,
  asOf: '2026-01-01',
};
const later = { kind: 'files', name: 'later.csv', plan: new PlanBuilder().area('A').build() } as const;
const { left, right } = firstSides(known);
const words = {
  texts: textsFor('zh-CN'),
  documents: new Map([
    ['nantong-draft-2023', '南通'],
    ['qingdao-2018', '青岛'],
  ]),
};

it('a side is the plan, standard and day that it names', () => {
  expect(resolveSide(known, left)).toEqual({ plan: EMPTY_PLAN, standard: nantong, asOf: '2026-01-01' });
  expect(resolveSide(known, { ...right, of: later, asOf: '2025-01-01' })).toEqual({
    plan: later.plan,
    standard: qingdao,
    asOf: '2025-01-01',
  });
  expect(() => resolveSide(known, { ...left, standardId: 'nowhere' })).toThrow(/expected one of those loaded/);
});

it('sides are called by what differs between them', () => {
  const nameOf = (other: CompareSide) => Object.values(sideNames({ left, right: other }, words));
  expect(nameOf(right)).toEqual(['南通', '青岛']);
  expect(nameOf({ ...left, asOf: '2025-01-01' })).toEqual(['2026-01-01', '2025-01-01']);
  expect(nameOf({ ...right, of: later })).toEqual(['当前数据 · 南通', 'later.csv · 青岛']);
  expect(nameOf(left)).toEqual(['当前数据 · 南通 · 2026-01-01', '当前数据 · 南通 · 2026-01-01']);
});

it('a side can be of the shown plan, or of what a side is of already', () => {
  expect(offeredPlans({ left, right })).toEqual([{ kind: 'current' }]);
  expect(offeredPlans({ left: { ...left, of: later }, right: { ...right, of: later } })).toEqual([
    { kind: 'current' },
    later,
  ]);
});
