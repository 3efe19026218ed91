import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORM_FIELDS, FORM_TABLES } from '../../../src/core/forms/form-fields.ts';
import { setFields } from '../../../src/core/forms/set-fields.ts';
import { closeFacility } from '../../../src/core/plan/close-facility.ts';
import { deleteRecords } from '../../../src/core/plan/delete-records.ts';
import type { EditRefusal } from '../../../src/core/plan/edit-refusal.ts';
import { applyChange, inverse, type Change } from '../../../src/core/plan/edit.ts';
import type { Area, Plan } from '../../../src/core/plan/plan.ts';
import { renameRecord } from '../../../src/core/plan/rename-record.ts';
import { reopenFacility } from '../../../src/core/plan/reopen-facility.ts';
import { connectedPlan } from '../../builders/connected-plan.ts';
import { danglingReferences } from '../../builders/dangling-references.ts';
import { PlanBuilder } from '../../builders/plan-builder.ts';

function set(plan: Plan, table: (typeof FORM_TABLES)[number], id: string, cells: Record<string, unknown>) {
  return setFields(plan, { table, id, cells });
}

const town = new PlanBuilder().area('A', { households: 100 }).facility('f', { validFrom: '2024-01-01' }).build();

describe('stating fields anew', () => {
  it('reads what is typed as a cell of that column is read', () => {
    expect(set(town, 'areas', 'A', { households: '1,200 户' })).toEqual([
      { table: 'areas', id: 'A', field: 'households', from: 100, to: 1200 },
    ]);
    expect(set(town, 'facilities', 'f', { status: '在建', valid_to: '2026年5月1日' })).toEqual([
      { table: 'facilities', id: 'f', field: 'status', from: 'open', to: 'building' },
      { table: 'facilities', id: 'f', field: 'validTo', from: undefined, to: '2026-05-01' },
    ]);
  });

  it('makes a figure unknown, which is not zero', () => {
    const unknown = applyChange(town, set(town, 'areas', 'A', { households: '' }) as Change);
    expect(Object.hasOwn(unknown.areas.get('A')!, 'households')).toBe(false);
    expect(applyChange(town, set(town, 'areas', 'A', { households: '0' }) as Change).areas.get('A')!.households).toBe(
      0,
    );
  });

  it('changes nothing where it says the same', () => {
    expect(set(town, 'areas', 'A', { households: 100, class: '已建成' })).toEqual([]);
  });

  it.each([
    ['areas', 'A', { households: '2.5' }, 'number_not_whole', 'households'],
    ['areas', 'A', { residents: '-3' }, 'number_negative', 'residents'],
    ['areas', 'A', { residents: 'many' }, 'number_invalid', 'residents'],
    ['areas', 'A', { residents: '1e13' }, 'number_too_large', 'residents'],
    ['areas', 'A', { condition_date: '2024-02-30' }, 'date_invalid', 'condition_date'],
    ['areas', 'A', { class: '' }, 'field_required', 'class'],
    ['facilities', 'f', { type: 'school' }, 'value_unknown', 'type'],
    ['facilities', 'f', { public_benefit: 'perhaps' }, 'boolean_invalid', 'public_benefit'],
    ['facilities', 'f', { serves: 'A:lots' }, 'serves_malformed', 'serves'],
    ['facilities', 'f', { serves: [{ area: 'A' }, { area: 'A', m2: 3 }] }, 'serves_malformed', 'serves'],
    ['facilities', 'f', { serves: [{ area: 'A', m2: NaN }] }, 'serves_malformed', 'serves'],
    ['facilities', 'f', { valid_to: '2023-12-31' }, 'dates_reversed', 'valid_to'],
    ['areas', 'Z', { name: 'x' }, 'record_unknown', undefined],
  ] as const)('refuses %s %s %j: %s', (table, id, cells, refused, column) => {
    const { detail: _, ...said } = set(town, table, id, cells) as EditRefusal;
    expect(said).toEqual(column === undefined ? { refused } : { refused, column });
  });

  it('lets what a file brought reversed be mended one day at a time', () => {
    const plan = new PlanBuilder().facility('f', { validFrom: '2026-01-01', validTo: '2024-01-01' }).build();
    expect(set(plan, 'facilities', 'f', { floor_area: 10 })).toHaveLength(1);
    expect(set(plan, 'facilities', 'f', { valid_from: '' })).toHaveLength(1);
  });

  it('takes the mark of an estimate off a figure that is stated, and of that alone', () => {
    const estimated: Area['estimated'] = { residents: { from: 'grid' }, elders: { from: 'grid' } };
    const bands = [{ from: 60, to: null, persons: 50 }];
    const plan = new PlanBuilder().area('A', { residents: 400, elders: 50, estimated, ageBands: bands }).build();
    const after = (cells: Record<string, unknown>) =>
      applyChange(plan, set(plan, 'areas', 'A', cells) as Change).areas.get('A')!;
    expect(after({ elders: 60 })).toEqual({
      id: 'A',
      class: 'built',
      settlement: 'urban',
      residents: 400,
      elders: 60,
      estimated: { residents: { from: 'grid' } },
    });
    expect(after({ households: 200 })).toMatchObject({ estimated, ageBands: bands });
    expect(Object.hasOwn(after({ residents: '', elders: '' }), 'estimated')).toBe(false);
  });
});

const cell = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '300',
    '2.5',
    '-1',
    'open',
    'closed',
    'built',
    'other',
    'elder_care',
    '2024-05-31',
    'A;B:40',
  ),
  fc.string({ maxLength: 6 }),
);

/** Anything that a person may do to some record, whether it is refused or not. */
const verb = fc
  .record({
    kind: fc.constantFrom('set', 'set', 'set', 'close', 'reopen', 'delete', 'rename'),
    table: fc.constantFrom(...FORM_TABLES),
    at: fc.nat(20),
    column: fc.nat(40),
    cell,
    to: fc.constantFrom('A', 'B', 'new', ' '),
  })
  .map(({ kind, table, at, column, cell: text, to }) => (plan: Plan): Change | EditRefusal => {
    const id = [...plan[table].keys()][at % Math.max(1, plan[table].size)] ?? 'nobody';
    const on = '2026-01-01';
    if (kind === 'close') return closeFacility(plan, { id, on });
    if (kind === 'reopen') return reopenFacility(plan, { id, on });
    if (kind === 'delete') return deleteRecords(plan, { table, ids: [id] });
    if (kind === 'rename') return renameRecord(plan, { table, id, to });
    const fields = FORM_FIELDS[table];
    return set(plan, table, id, { [fields[column % fields.length]!.column]: text });
  });

describe('a day of edits', () => {
  it('taken back step by step gives the identical plan, and done again the identical result', () => {
    fc.assert(
      fc.property(connectedPlan, fc.array(verb, { maxLength: 12 }), (start, verbs) => {
        let plan = start;
        const steps: Change[] = [];
        for (const act of verbs) {
          const made = act(plan);
          if ('refused' in made) continue;
          plan = applyChange(plan, made);
          steps.push(made);
        }
        const back = steps.toReversed().reduce((after, step) => applyChange(after, inverse(step)), plan);
        expect(back).toStrictEqual(start);
        expect(steps.reduce(applyChange, back)).toStrictEqual(plan);
        for (const table of FORM_TABLES) {
          for (const record of plan[table].values()) expect(Object.values(record)).not.toContain(undefined);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leaves nothing behind that a deletion or another id should have taken along', () => {
    const acts = fc.array(
      fc.record({ kind: fc.constantFrom('delete', 'rename'), table: fc.constantFrom(...FORM_TABLES), at: fc.nat(9) }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(connectedPlan, acts, (start, todo) => {
        let plan = start;
        for (const [n, { kind, table, at }] of todo.entries()) {
          const id = [...plan[table].keys()][at % Math.max(1, plan[table].size)];
          if (id === undefined) continue;
          const made =
            kind === 'delete'
              ? deleteRecords(plan, { table, ids: [id] })
              : renameRecord(plan, { table, id, to: `${id}${n}` });
          plan = applyChange(plan, made as Change);
          expect(danglingReferences(plan)).toEqual([]);
        }
      }),
    );
  });
});
