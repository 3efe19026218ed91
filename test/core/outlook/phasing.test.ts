import { expect, it } from 'vitest';
import { phasing } from '../../../src/core/outlook/phasing.ts';
import type { Measure, Parcel, Plan } from '../../../src/core/plan/plan.ts';
import { PlanBuilder } from '../../builders/plan-builder.ts';

function plan(): Plan {
  const built = new PlanBuilder()
    .area('A', { pool: 'P' })
    .area('B', { pool: 'Q' })
    .facility('open', {})
    .facility('leased', { acquisition: 'lease' })
    .facility('works', { status: 'building', acquisition: 'converted', floorAreaM2: 300 })
    .facility('idea', { status: 'planned', acquisition: 'other' })
    .facility('ofQ', { pool: 'Q' })
    .build();
  const measures: Measure[] = [
    { id: 'facility/leased', subject: { kind: 'facility', id: 'leased' }, year: 2027 },
    { id: 'facility/works', subject: { kind: 'facility', id: 'works' }, form: 'supplement', year: 2025 },
    { id: 'area/gone', subject: { kind: 'area', id: 'gone' }, form: 'built_with_housing' },
  ];
  const parcel: Parcel = { id: 'D', use: 'elder_care', floorAreaM2: 2000 };
  return { ...built, measures: new Map(measures.map((one) => [one.id, one])), parcels: new Map([['D', parcel]]) };
}

it('lists all that is to come or has a measure, by year; forms are those stated, else those of the acquisition', () => {
  const rows = phasing(plan(), '2026-01-01').map(({ id, form, formStated, m2, state, yearPassed }) => [
    id,
    form,
    formStated,
    m2,
    state,
    yearPassed,
  ]);
  expect(rows).toEqual([
    ['facility/works', 'supplement', true, 300, 'building', true],
    ['facility/leased', 'lease', false, null, 'open', false],
    ['area/gone', 'built_with_housing', true, null, 'gone', false],
    ['facility/idea', null, false, null, 'planned', false],
    ['parcel/D', null, false, 2000, 'parcel_reserved', false],
    ['pool/P', null, false, null, 'pool_unbuilt', false],
  ]);
});
