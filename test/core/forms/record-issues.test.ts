import { expect, it } from 'vitest';
import { recordIssues } from '../../../src/core/forms/record-issues.ts';
import { readTable } from '../../builders/read-text-table.ts';
import { PlanBuilder } from '../../builders/plan-builder.ts';

const plan = new PlanBuilder()
  .area('A', { residents: 100, elders: 120, elders80: 130 })
  .area('B', { residents: 100, elders: 100 })
  .facility('f', { beds: 10, nursingBeds: 11, validFrom: '2026-01-01', validTo: '2025-01-01' })
  .facility('g', { nursingBeds: 11, validTo: '2025-01-01' })
  .build();

const codes = (table: 'areas' | 'facilities', id: string) =>
  recordIssues(plan, table, id).map(({ code, where, detail }) => [code, where.column, detail]);

it('a part above its whole and a period that ends before it starts are told; what is unknown says nothing', () => {
  expect(codes('areas', 'A')).toEqual([
    ['elders_exceed_residents', 'elders', { found: 120, limit: 100, of: 'residents' }],
    ['elders_exceed_residents', 'elders_80', { found: 130, limit: 120, of: 'elders' }],
  ]);
  expect(codes('areas', 'B')).toEqual([]);
  expect(codes('facilities', 'f')).toEqual([
    ['nursing_beds_exceed_beds', 'nursing_beds', { found: 11, limit: 10, of: 'beds' }],
    ['dates_reversed', 'valid_to', { from: '2026-01-01', to: '2025-01-01' }],
  ]);
  expect(codes('facilities', 'g')).toEqual([]);
  expect(recordIssues(plan, 'parcels', 'A')).toEqual([]);
});

it('says what reading the same figures from a file says', () => {
  const text = 'id,residents,elders,elders_80\nA,100,120,130\nB,100,100,';
  const { issues } = readTable({ file: { name: 'areas.csv', bytes: new TextEncoder().encode(text) } });
  const said = issues
    .filter(({ code }) => code === 'elders_exceed_residents')
    .map(({ where, detail }) => [where.column, detail]);
  expect(said).toEqual(codes('areas', 'A').map(([, column, detail]) => [column, detail]));
});
