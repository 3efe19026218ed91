import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deleteRecords } from '../../../src/core/plan/delete-records.ts';
import type { Change } from '../../../src/core/plan/edit.ts';
import { applyChange, inverse } from '../../../src/core/plan/edit.ts';
import { connectedPlan } from '../../builders/connected-plan.ts';
import { danglingReferences } from '../../builders/dangling-references.ts';
import { PlanBuilder } from '../../builders/plan-builder.ts';

const TABLES = ['areas', 'facilities', 'candidates', 'parcels'] as const;

describe('deleting records', () => {
  it('leaves nothing that names what is gone, and undone gives the identical plan', () => {
    fc.assert(
      fc.property(connectedPlan, fc.constantFrom(...TABLES), fc.infiniteStream(fc.boolean()), (plan, table, picks) => {
        expect(danglingReferences(plan)).toEqual([]);
        const ids = [...plan[table].keys()].filter(() => picks.next().value);
        const change = deleteRecords(plan, { table, ids }) as Change;
        const after = applyChange(plan, change);
        expect(ids.filter((id) => after[table].has(id))).toEqual([]);
        expect(danglingReferences(after)).toEqual([]);
        expect(applyChange(after, inverse(change))).toStrictEqual(plan);
      }),
    );
  });

  it('names every facility whose booking it changes: one that served the area alone names nobody any more', () => {
    const plan = new PlanBuilder()
      .area('A', { pool: 'P' })
      .area('B')
      .facility('f', { serves: [{ area: 'A', m2: 10 }, { area: 'B' }] })
      .facility('g', { serves: [{ area: 'A' }], pool: 'P' })
      .build();
    expect(deleteRecords(plan, { table: 'areas', ids: ['A'] })).toEqual([
      {
        table: 'facilities',
        id: 'f',
        field: 'serves',
        from: [{ area: 'A', m2: 10 }, { area: 'B' }],
        to: [{ area: 'B' }],
      },
      { table: 'facilities', id: 'g', field: 'serves', from: [{ area: 'A' }], to: undefined },
      { table: 'facilities', id: 'g', field: 'pool', from: 'P', to: undefined },
      { table: 'areas', id: 'A', from: plan.areas.get('A'), to: undefined },
    ]);
  });

  it('keeps a pool that another area is in', () => {
    const plan = new PlanBuilder()
      .area('A', { pool: 'P' })
      .area('B', { pool: 'P' })
      .facility('g', { pool: 'P' })
      .build();
    expect(deleteRecords(plan, { table: 'areas', ids: ['A'] })).toHaveLength(1);
  });

  it('refuses what is not there', () => {
    expect(deleteRecords(new PlanBuilder().build(), { table: 'areas', ids: ['Z'] })).toMatchObject({
      refused: 'record_unknown',
    });
  });
});
