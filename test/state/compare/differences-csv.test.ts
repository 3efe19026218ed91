import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { runSteps } from '../../../src/core/progress.ts';
import { actionText } from '../../../src/state/compare/action-text.ts';
import { causeText } from '../../../src/state/compare/cause-text.ts';
import { differencesCsvSteps } from '../../../src/state/compare/differences-csv.ts';
import { EVERY_DIFFERENCE, listDifferences } from '../../../src/state/compare/difference-list.ts';
import { planActions } from '../../../src/core/plan/plan-actions.ts';
import { planDiff } from '../../../src/core/plan/plan-diff.ts';
import { textsFor } from '../../../src/text/texts.ts';
import { compareSides, judgedSide, rowOf } from '../../builders/judged-sides.ts';
import { PlanBuilder, pointAt, squareAt } from '../../builders/plan-builder.ts';
import { nantong, shippedStandard } from '../../builders/standards.ts';

const words = {
  texts: textsFor('zh-CN'),
  documents: new Map([
    ['nantong-draft-2023', '南通'],
    ['qingdao-2018', '青岛'],
  ]),
};
const town = () =>
  new PlanBuilder()
    .area('A', { name: '=甲', households: 1000, elders: 300, geometry: squareAt(0, 0, 200) })
    .facility('F', { name: '站', floorAreaM2: 150, geometry: pointAt(100, 100) });
const before = town().build();
const after = town()
  .facility('F', { name: '站', floorAreaM2: 150, status: 'closed', geometry: pointAt(100, 100) })
  .build();

describe('differences as a table', () => {
  const comparison = compareSides(judgedSide(before), judgedSide(after));
  const text = runSteps(
    differencesCsvSteps({
      comparison,
      shown: listDifferences(comparison.rows, { ...EVERY_DIFFERENCE, check: 'floor_area' }),
      words,
      sides: { left: '现状', right: '新数据' },
      nameOf: (id) => before.areas.get(id)?.name,
    }),
  );
  const [heads, row, ...more] = Papa.parse<string[]>(text.trimEnd()).data;

  it('has a cell for every head, figures that add up, and no formula', () => {
    expect(more).toEqual([]);
    expect(row).toHaveLength(heads!.length);
    const cell = (head: string) => row![heads!.indexOf(head)];
    expect(cell('编号')).toBe('A');
    expect(cell('居住区')).toBe("'=甲");
    expect([cell('缺口（现状）'), cell('缺口（新数据）'), cell('缺口增减')]).toEqual(['50', '200', '150']);
    expect([cell('条款（现状）'), cell('变化')]).toEqual(['二（二）5', '缺口加重']);
    expect(cell('原因')).toBe('站（150 m²）由运营转为关闭');
  });
});

describe('words', () => {
  it('give both figures of a rule with their documents and clauses', () => {
    const byQingdao = judgedSide(before, '2026-01-01', shippedStandard('qingdao-2018'));
    const { causes } = rowOf(compareSides(judgedSide(before, '2026-01-01', nantong), byQingdao), 'A', 'floor_area');
    expect(causeText(causes[0]!, 'A', words)).toBe(
      '已建成居住区每百户用房：20 m²/百户（南通 二（二）5） → 15 m²/百户（青岛 未核实 / not verified）',
    );
  });

  it('tell what was done to a plan, with values', () => {
    const plan = town().area('B', { pool: 'P' }).set({ speed_km_h: 3 }).build();
    const other = town()
      .facility('F', { name: '站', floorAreaM2: 600, geometry: pointAt(200, 100) })
      .facility('G', { name: '新站', floorAreaM2: 80 })
      .area('B', {})
      .set({ speed_km_h: 4 })
      .build();
    const said = planActions(planDiff(plan, other)).map((action) => actionText(action, words.texts, other));
    expect(said).toEqual([
      '居住区B：统筹组 P → 未填',
      '设施站（F）：建筑面积 150 → 600 m²；位置移动 100 米',
      '新增设施新站（G）（设施类型 社区养老服务站，状态 运营，建筑面积 80 m²）',
      '设置“步行速度” 3 → 4',
    ]);
  });
});
