import { expect, it } from 'vitest';
import { coverageByUnit } from '../../../src/state/charts/coverage-by-unit.ts';
import { PlanBuilder, pointAt } from '../../builders/plan-builder.ts';
import { rollUpPlan } from '../../builders/rolled-up.ts';

it('puts the least covered first and what is unknown last, never as nothing', () => {
  const plan = new PlanBuilder()
    .area('A', { subdistrict: 'S', elders: 30, geometry: pointAt(0) })
    .area('B', { subdistrict: 'S', elders: 10, geometry: pointAt(9000) })
    .area('C', { subdistrict: 'T', elders: 50, geometry: pointAt(0) })
    .area('D', { subdistrict: 'U', geometry: pointAt(9000) })
    .area('E', { subdistrict: 'V', elders: 5 })
    .facility('f', { floorAreaM2: 60, geometry: pointAt(0) })
    .build();
  const bars = coverageByUnit(rollUpPlan(plan).forest, 'subdistrict');
  expect(bars.map(({ row, share, uncovered }) => [row.unit.name, share, uncovered.known])).toEqual([
    ['S', 0.75, 10],
    ['T', 1, 0],
    ['U', null, null],
    ['V', null, null],
  ]);
});
