import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, inverse, type Change } from '../../../src/core/plan/edit.ts';
import { renameRecord } from '../../../src/core/plan/rename-record.ts';
import { connectedPlan } from '../../builders/connected-plan.ts';
import { danglingReferences } from '../../builders/dangling-references.ts';
import { PlanBuilder } from '../../builders/plan-builder.ts';

describe('another id', () => {
  it('carries every reference along, there and back', () => {
    fc.assert(
      fc.property(connectedPlan, fc.constantFrom('areas', 'facilities', 'candidates', 'parcels'), (plan, table) => {
        const [id] = plan[table].keys();
        fc.pre(id !== undefined);
        const change = renameRecord(plan, { table, id, to: 'other' }) as Change;
        const after = applyChange(plan, change);
        expect(danglingReferences(after)).toEqual([]);
        expect(after.measures.size).toBe(plan.measures.size);
        expect(after[table].get('other')).toEqual({ ...plan[table].get(id), id: 'other' });
        expect(applyChange(after, renameRecord(after, { table, id: 'other', to: id }) as Change)).toStrictEqual(plan);
        expect(applyChange(after, inverse(change))).toStrictEqual(plan);
      }),
    );
  });

  it('is refused where it is blank or taken, and is no change where it is the same', () => {
    const plan = new PlanBuilder().area('A').area('B').build();
    const rename = (id: string, to: string) => renameRecord(plan, { table: 'areas', id, to });
    expect(rename('A', '  ')).toMatchObject({ refused: 'id_blank', column: 'id' });
    expect(rename('A', 'B')).toMatchObject({ refused: 'id_taken', detail: { found: 'B' } });
    expect(rename('Z', 'Y')).toMatchObject({ refused: 'record_unknown' });
    expect(rename('A', ' A ')).toEqual([]);
  });
});
