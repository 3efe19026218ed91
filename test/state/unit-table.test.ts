import { expect, it } from 'vitest';
import { tableCsv } from '../../src/core/report/table-csv.ts';
import { unitTable } from '../../src/state/unit-table.ts';
import { textsFor } from '../../src/text/texts.ts';
import { PlanBuilder, pointAt } from '../builders/plan-builder.ts';
import { rollUpPlan } from '../builders/rolled-up.ts';

it('writes exact figures, unknown ones empty, and runs nothing as a formula', () => {
  const plan = new PlanBuilder()
    .area('A', { subdistrict: '=1+1街道', households: 300, residents: 900, elders: 7, geometry: pointAt(0) })
    .facility('f', { floorAreaM2: 20, landAreaM2: 100, subdistrict: '=1+1街道', geometry: pointAt(100) })
    .facility('g', { landAreaM2: 80, status: 'planned', subdistrict: '=1+1街道', geometry: pointAt(100) })
    .build();
  const texts = textsFor('zh-CN');
  const { head, rows } = unitTable(rollUpPlan(plan).forest.rows, texts);
  const [row] = rows;
  expect(rows.length).toBe(1);
  const cell = (name: string) => row![head.indexOf(name)];
  const { csv: t } = texts.units;
  expect(row!.length).toBe(head.length);
  expect(cell(t.required)).toBe(60);
  expect(cell(t.counted)).toBe(20);
  expect(cell(t.per100)).toBeCloseTo(20 / 3, 12);
  expect(cell(t.floorGap)).toBe(40);
  expect(cell(t.landOpen)).toBeCloseTo(100 / 900, 12);
  expect(cell(t.landPlanned)).toBeCloseTo(180 / 900, 12);
  expect(cell(t.nursing)).toBeNull();
  const csv = tableCsv({ head, rows });
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(csv.split('\r\n')[1]).toMatch(/^"?'=1\+1街道/);
});
