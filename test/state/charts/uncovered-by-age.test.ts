import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outsideOf, uncoveredByAge } from '../../../src/state/charts/uncovered-by-age.ts';
import { PlanBuilder, pointAt } from '../../builders/plan-builder.ts';
import { randomPlan } from '../../builders/random-plan.ts';
import { rollUpPlan } from '../../builders/rolled-up.ts';

it('splits who is outside by age, and says what the data does not', () => {
  const plan = new PlanBuilder()
    .area('A', { subdistrict: 'S', elders: 100, elders80: 20, geometry: pointAt(9000) })
    .area('B', { subdistrict: 'S', elders: 40, geometry: pointAt(9000) })
    .area('C', { subdistrict: 'S', elders: 10, elders80: 30, geometry: pointAt(9000) })
    .area('D', { subdistrict: 'S', geometry: pointAt(9000) })
    .area('E', { subdistrict: 'T', elders: 60 })
    .area('F', { elders: 5, elders80: 5, geometry: pointAt(9000) })
    .build();
  const { forest, digest } = rollUpPlan(plan);
  const { bars, whole } = uncoveredByAge(forest, digest, plan.areas, 'subdistrict');
  expect(bars.map(({ row, split }) => [row.unit.name, split])).toEqual([
    ['S', { younger: 80, older: 20, ageUnknown: 50, notLocated: 0, areasUnknown: 1, areas: 4 }],
    ['T', { younger: 0, older: 0, ageUnknown: 0, notLocated: 60, areasUnknown: 0, areas: 1 }],
  ]);
  expect(whole).toEqual({ younger: 80, older: 25, ageUnknown: 50, notLocated: 60, areasUnknown: 1, areas: 6 });
});

it('adds up to the elders outside of the whole', () => {
  fc.assert(
    fc.property(randomPlan, (plan) => {
      const { forest, digest } = rollUpPlan(plan);
      const { whole } = uncoveredByAge(forest, digest, plan.areas, 'county');
      const { elders, elders_covered: covered, elders_not_located: nowhere } = digest.summary;
      expect(outsideOf(whole)).toBeCloseTo(elders - covered - nowhere, 6);
      expect(whole.notLocated).toBe(nowhere);
      expect(whole.areasUnknown).toBe(digest.summary.areas_without_elders);
    }),
    { numRuns: 60 },
  );
}, 30_000);
