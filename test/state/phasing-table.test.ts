import { expect, it } from 'vitest';
import { phasing } from '../../src/core/outlook/phasing.ts';
import type { Measure } from '../../src/core/plan/plan.ts';
import { phasingTable } from '../../src/state/phasing-table.ts';
import { textsFor } from '../../src/text/texts.ts';
import { PlanBuilder } from '../builders/plan-builder.ts';

it('gives every date a column and says what is late', () => {
  const built = new PlanBuilder()
    .facility('f', { name: '幸福里站', status: 'planned', acquisition: 'built_with_housing', floorAreaM2: 350 })
    .build();
  const measure: Measure = {
    id: 'facility/f',
    subject: { kind: 'facility', id: 'f' },
    year: 2025,
    stages: { built: { housing: '2025-06-30', facility: '2025-07-31' }, accepted: { housing: '2025-12-31' } },
  };
  const plan = { ...built, measures: new Map([[measure.id, measure]]) };
  const { head, rows } = phasingTable(phasing(plan, '2026-01-10'), plan, textsFor('zh-CN'));
  const row = Object.fromEntries(head.map((title, i) => [title, rows[0]![i]]));
  expect(rows).toHaveLength(1);
  expect(row).toMatchObject({
    年份: 2025,
    项目: '幸福里站',
    形式: '配建（按取得方式）',
    '建筑面积 m²': 350,
    对象状态: '规划',
    '规划日期（住房）': null,
    '建设日期（设施）': '2025-07-31',
    滞后天数: 31,
    滞后: '建设晚 31 天，验收：住房已过 10 天，设施无日期，计划年份已过',
  });
});
