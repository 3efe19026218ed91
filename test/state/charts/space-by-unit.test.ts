import { expect, it } from 'vitest';
import { per100, spaceByUnit } from '../../../src/state/charts/space-by-unit.ts';
import { PlanBuilder } from '../../builders/plan-builder.ts';
import { rollUpPlan } from '../../builders/rolled-up.ts';

it('holds built and new areas against their own sums, and leaves unknown classes to neither', () => {
  const plan = new PlanBuilder()
    .area('A', { subdistrict: 'S', households: 1000 })
    .area('B', { subdistrict: 'S', households: 3000 })
    .area('C', { subdistrict: 'S', class: 'new', households: 500 })
    .area('D', { subdistrict: 'S', class: 'unknown', households: 700 })
    .area('E', { subdistrict: 'S', class: 'new' })
    .facility('f', { floorAreaM2: 400, serves: [{ area: 'A' }] })
    .facility('g', { floorAreaM2: 200, serves: [{ area: 'C' }] })
    .facility('h', { floorAreaM2: 100, status: 'building', serves: [{ area: 'C' }] })
    .build();
  const [bar] = spaceByUnit(rollUpPlan(plan).forest, 'subdistrict');
  expect(per100(bar!.built)).toEqual({ today: 10, planned: 10 });
  expect(per100(bar!.new)).toEqual({ today: 40, planned: 60 });
  expect(bar!.new.leftOut).toBe(1);
  expect(bar!.classUnknown).toBe(1);
});

it('shows no figure where nothing is known of the space', () => {
  const plan = new PlanBuilder()
    .area('A', { subdistrict: 'S', households: 1000 })
    .facility('f', { serves: [{ area: 'A' }] })
    .build();
  const [bar] = spaceByUnit(rollUpPlan(plan).forest, 'subdistrict');
  expect(bar!.built.verdict).toBe('no_data');
  expect(per100(bar!.built).today).toBeNull();
});
