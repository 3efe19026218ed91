import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORM_FIELDS, type FormTable } from '../../../src/core/forms/form-fields.ts';
import { recordCell } from '../../../src/core/export/record-cells.ts';
import { readField } from '../../../src/core/forms/read-field.ts';
import { fullPlan } from '../../builders/full-plan.ts';

/** No form asks for these: the id is another edit, places are the map's, the rest is marked by what brings it. */
const OTHERS = ['id', 'geometry', 'entrance', 'extra', 'estimated', 'ageBands'];

describe('the fields of a form', () => {
  it.each(['areas', 'facilities', 'candidates'] as const)('are those that %s come with from a file', (table) => {
    const seen = new Set<string>();
    for (const plan of fc.sample(fullPlan, { numRuns: 200, seed: 1 })) {
      for (const record of plan[table].values()) for (const field of Object.keys(record)) seen.add(field);
    }
    const asked = FORM_FIELDS[table].map(({ field }) => field);
    expect([...seen].filter((field) => !OTHERS.includes(field)).sort()).toEqual([...asked].sort());
  });

  it('take what a file says of a record for what the record says', () => {
    fc.assert(
      fc.property(fullPlan, (plan) => {
        for (const table of ['areas', 'facilities', 'candidates'] as const satisfies FormTable[]) {
          for (const record of plan[table].values() as Iterable<object>) {
            for (const field of FORM_FIELDS[table]) {
              const value = (record as Record<string, unknown>)[field.field];
              expect(readField(field, recordCell(table, field.column, record))).toEqual({ value });
              expect(readField(field, value)).toEqual({ value });
            }
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
