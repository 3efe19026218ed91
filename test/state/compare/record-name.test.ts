import { expect, it } from 'vitest';
import { recordName } from '../../../src/state/compare/record-name.ts';
import { textsFor } from '../../../src/text/texts.ts';
import { PlanBuilder } from '../../builders/plan-builder.ts';

it('records are called by their own names, or after what they are of', () => {
  const plan = new PlanBuilder().area('A', { name: '甲' }).facility('F', { name: '站' }).facility('G').build();
  const name = (...[table, record]: [Parameters<typeof recordName>[0], object]) =>
    recordName(table, record, plan, textsFor('zh-CN'));
  expect(name('areas', { id: 'A', name: '甲' })).toBe('甲');
  expect(name('areas', { id: 'A' })).toBeNull();
  expect(name('measures', { id: 'facility/F', subject: { kind: 'facility', id: 'F' } })).toBe('站');
  expect(name('measures', { id: 'facility/G', subject: { kind: 'facility', id: 'G' } })).toBeNull();
  expect(name('measures', { id: 'pool/P', subject: { kind: 'pool', id: 'P' } })).toBe('P');
  expect(name('housing', { id: 'A@2030', area: 'A', year: 2030, households: 10 })).toBe('甲');
  expect(name('streetEdits', { id: 'E', kind: 'barrier', cause: 'wall', name: '北墙' })).toContain('北墙');
});
