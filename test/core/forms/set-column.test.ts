import { describe, expect, it } from 'vitest';
import { setColumn } from '../../../src/core/forms/set-column.ts';
import { applyChange } from '../../../src/core/plan/edit.ts';
import { PlanBuilder } from '../../builders/plan-builder.ts';

const plan = new PlanBuilder()
  .area('A', { households: 100 })
  .area('B', { households: 300 })
  .area('C', { residents: 50, estimated: { residents: { from: 'grid' } } })
  .facility('f', { validFrom: '2025-01-01' })
  .facility('g')
  .build();

describe('one column of many records', () => {
  it('changes those that say otherwise, and tells before and after', () => {
    const found = setColumn(plan, { table: 'areas', ids: ['A', 'B', 'C', 'A'], column: 'households', cell: '300' });
    expect(found).toMatchObject({
      rows: [
        { id: 'A', from: 100, to: 300 },
        { id: 'C', from: undefined, to: 300 },
      ],
      refused: [],
      unchanged: 1,
    });
    expect([...applyChange(plan, found.change).areas.values()].map(({ households }) => households)).toEqual([
      300, 300, 300,
    ]);
  });

  it('refuses each record by itself', () => {
    const found = setColumn(plan, {
      table: 'facilities',
      ids: ['f', 'g', 'z'],
      column: 'valid_to',
      cell: '2024-01-01',
    });
    expect(found.rows.map(({ id }) => id)).toEqual(['g']);
    expect(found.refused.map(({ id, refusal }) => [id, refusal.refused])).toEqual([
      ['f', 'dates_reversed'],
      ['z', 'record_unknown'],
    ]);
  });

  it('takes marks of estimates off along with the figures', () => {
    const { change } = setColumn(plan, { table: 'areas', ids: ['C'], column: 'residents', cell: 60 });
    expect(Object.hasOwn(applyChange(plan, change).areas.get('C')!, 'estimated')).toBe(false);
  });
});
