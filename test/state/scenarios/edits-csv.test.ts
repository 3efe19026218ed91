import { describe, expect, it } from 'vitest';
import { applyToDocument, documentChange, EMPTY_DOCUMENT, shownPlan } from '../../../src/core/plan/document.ts';
import type { Change } from '../../../src/core/plan/edit.ts';
import type { Plan } from '../../../src/core/plan/plan.ts';
import { createScenario } from '../../../src/core/plan/scenario-changes.ts';
import { conflictText } from '../../../src/state/scenarios/conflict-text.ts';
import { editRows } from '../../../src/state/scenarios/edit-rows.ts';
import { editsCsv } from '../../../src/state/scenarios/edits-csv.ts';
import { selectionOfEdit } from '../../../src/state/scenarios/selection-of-edit.ts';
import { textsFor } from '../../../src/text/texts.ts';
import { pointAt, PlanBuilder } from '../../builders/plan-builder.ts';

const texts = textsFor('zh-CN');
const town = () =>
  new PlanBuilder()
    .area('A', { name: '甲', households: 100 })
    .facility('F', { name: '站', floorAreaM2: 310, geometry: pointAt(0) });
const baseline = town().build();
const G = { id: 'G', type: 'station', status: 'planned', name: '新站', floorAreaM2: 80 } as const;
const DOINGS: Change = [
  { table: 'facilities', id: 'F', field: 'floorAreaM2', from: 310, to: 500 },
  { table: 'facilities', id: 'F', field: 'geometry', from: pointAt(0), to: pointAt(30, 40) },
  { table: 'facilities', id: 'G', from: undefined, to: G },
  { table: 'areas', id: 'A', from: baseline.areas.get('A'), to: undefined },
];

/** A scenario that does all that, over a baseline that may be another by now. */
function planned(now: Plan = baseline, change: Change = DOINGS) {
  const document = { ...EMPTY_DOCUMENT, baseline };
  const created = applyToDocument(document, createScenario(document, { name: '方案一', note: '', like: null }));
  const done = { ...applyToDocument(created, documentChange(created, change)), baseline: now };
  const rows = editRows(now, done.scenarios.get('S1')!);
  return { rows, plan: shownPlan(done).plan };
}

describe('the edits of a scenario', () => {
  it('are one line each, in values and in words', () => {
    const { rows, plan } = planned();
    expect(editsCsv(rows, plan, texts).split('\r\n')).toEqual([
      '表,编号,名称,字段,现状,方案,改动,冲突',
      '设施,F,站,建筑面积,310,500,设施站（F）：建筑面积 310 → 500 m²,',
      '设施,F,站,位置,,,设施站（F）：位置移动 50 米,',
      '设施,G,新站,,,,新增设施新站（G）（设施类型 社区养老服务站，状态 规划，建筑面积 80 m²）,',
      '居住区,A,甲,,,,减少居住区甲（A）,',
      '',
    ]);
  });

  it('say what the baseline has instead where they no longer apply', () => {
    const now = town()
      .facility('F', { name: '站', floorAreaM2: 350, geometry: pointAt(0) })
      .facility('G')
      .area('A', { name: '甲', households: 110 })
      .build();
    const { rows } = planned(now);
    expect(rows.map(({ conflict }) => conflict && conflictText(conflict, texts))).toEqual([
      '后来改为 建筑面积 310 → 350 m²',
      null,
      '已有同编号的一项',
      '后来改为 户数 100 → 110',
    ]);
    const line = editsCsv(rows, now, texts).split('\r\n')[1];
    expect(line).toMatch(/,未套用：现状后来改为 建筑面积 310 → 350 m²$/);
    const gone = planned(new PlanBuilder().build(), DOINGS.slice(0, 1));
    expect(gone.rows.map(({ conflict }) => conflict && conflictText(conflict, texts))).toEqual(['已没有这一项']);
  });

  it('lead to what they are of, where that is still there', () => {
    const { rows, plan } = planned();
    expect(rows.map(({ edit }) => selectionOfEdit(edit, plan))).toEqual([
      { kind: 'facility', id: 'F' },
      { kind: 'facility', id: 'F' },
      { kind: 'facility', id: 'G' },
      null,
    ]);
    const measure = { id: 'parcel/P', subject: { kind: 'parcel', id: 'P' }, year: 2030 } as const;
    const withMeasure = { ...plan, measures: new Map([[measure.id, measure]]) };
    const edit = { table: 'measures', id: measure.id, from: undefined, to: measure } as const;
    expect(selectionOfEdit(edit, withMeasure)).toEqual({ kind: 'parcel', id: 'P' });
  });
});
