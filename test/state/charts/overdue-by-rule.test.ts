import { expect, it } from 'vitest';
import { failing, overdueByRule, undecided } from '../../../src/state/charts/overdue-by-rule.ts';
import { PlanBuilder, pointAt } from '../../builders/plan-builder.ts';
import { rollUpPlan } from '../../builders/rolled-up.ts';
import { nantong } from '../../builders/standards.ts';

function plan() {
  return new PlanBuilder()
    .area('A', { county: 'X', subdistrict: 'S', households: 1000, geometry: pointAt(0) })
    .area('B', { county: 'X', subdistrict: 'T', households: 100, geometry: pointAt(0) })
    .area('C', { county: 'X', subdistrict: 'T', geometry: pointAt(0) })
    .area('N', { county: 'X', subdistrict: 'T', class: 'new', households: 100, geometry: pointAt(0) })
    .facility('f', { floorAreaM2: 50, serves: [{ area: 'B' }] })
    .facility('c', { type: 'centre', county: 'X', subdistrict: 'S' })
    .build();
}

it('counts who falls short of each deadline, and for how long it has been due', () => {
  const { forest, digest } = rollUpPlan(plan(), '2026-01-01');
  const bars = overdueByRule(forest, digest, nantong.standard);
  const said = bars.map((bar) => [bar.check, bar.of, bar.daysPast, bar.asked, failing(bar), undecided(bar)]);
  expect(said).toEqual([
    ['subdistrict_centre', 'subdistrict', 732, 2, 1, 0],
    // New areas have no such deadline.
    ['floor_area', 'areas', 550, 3, 1, 1],
    ['county_institution', 'county', 1, 1, 1, 0],
  ]);
});

it('tells what is still to come', () => {
  const { forest, digest } = rollUpPlan(plan(), '2023-12-31');
  const bars = overdueByRule(forest, digest, nantong.standard);
  expect(bars.map(({ check, daysPast }) => [check, daysPast])).toEqual([
    ['subdistrict_centre', 0],
    ['floor_area', -182],
    ['county_institution', -731],
  ]);
});
