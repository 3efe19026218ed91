import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_MERGE, MERGE_MODES, mergeTable, type MergeRule } from '../../../src/core/import/merge-table.ts';
import { readRows } from '../../../src/core/import/read-rows.ts';
import { applyChange, inverse } from '../../../src/core/plan/edit.ts';
import { EMPTY_PLAN, type Plan } from '../../../src/core/plan/plan.ts';

type Row = Readonly<Record<string, unknown>>;

function areas(rows: readonly Row[]) {
  return readRows('areas', rows).table!;
}

function planOf(rows: readonly Row[]): Plan {
  const change = mergeTable(EMPTY_PLAN, areas(rows), DEFAULT_MERGE, stated(rows), {}).change;
  return applyChange(EMPTY_PLAN, change);
}

function stated(rows: readonly Row[]): Set<string> {
  return new Set(rows.flatMap((row) => Object.keys(row)));
}

function merge(plan: Plan, rows: readonly Row[], rule: Partial<MergeRule> = {}) {
  const result = mergeTable(plan, areas(rows), { ...DEFAULT_MERGE, ...rule }, stated(rows), {});
  return { ...result, after: applyChange(plan, result.change) };
}

const THERE = planOf([
  { id: 'a', name: '幸福里', county: '东', class: 'built', households: 100 },
  { id: 'b', name: '幸福里', county: '西', class: 'new', residents: 9 },
  { id: 'c', name: '锦绣苑', class: 'new' },
]);

describe('merging', () => {
  it('brings a record what a row states, and leaves what it does not state', () => {
    const { after, changed, added, unchanged } = merge(THERE, [
      { id: 'a', households: 120, elders: 30 },
      { id: 'c' },
      { id: 'd' },
    ]);
    expect(after.areas.get('a')).toMatchObject({ name: '幸福里', class: 'built', households: 120, elders: 30 });
    expect(changed).toEqual([{ id: 'a', name: '幸福里', fields: ['households', 'elders'] }]);
    expect([added, unchanged]).toEqual([1, 1]);
  });

  it('finds records by name within the units that both state', () => {
    const { after, changed, leftOut, issues } = merge(
      THERE,
      [
        { id: '1', name: '幸福里', county: '西', households: 7 },
        { id: '2', name: '幸 福里', households: 8 },
        { id: '3', name: '锦绣苑', county: '东', households: 5 },
        { id: '4', name: '无此处', households: 5 },
      ],
      { matchBy: 'name', addUnmatched: false },
    );
    expect(after.areas.get('b')?.households).toBe(7);
    expect(after.areas.get('c')).toMatchObject({ households: 5, county: '东' });
    expect(changed.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(leftOut).toBe(2);
    expect(issues.map(({ code, detail }) => [code, detail['found']])).toEqual([
      ['merge_unmatched', ['无此处']],
      ['merge_ambiguous', ['幸 福里']],
    ]);
  });

  it('takes a figure that is stated for no estimate any more', () => {
    const estimated = { residents: { from: 'grid' }, elders: { from: 'grid' } } as const;
    const areas = new Map([['a', { ...THERE.areas.get('a')!, residents: 90, elders: 20, estimated }]]);
    const { after } = merge({ ...THERE, areas }, [{ id: 'a', elders: 25 }]);
    expect(after.areas.get('a')).toMatchObject({
      residents: 90,
      elders: 25,
      estimated: { residents: { from: 'grid' } },
    });
    expect(after.areas.get('a')?.estimated).not.toHaveProperty('elders');
  });

  it('adds only what is not there, where it is told to add', () => {
    const { after, added, leftOut } = merge(THERE, [{ id: 'a', households: 1 }, { id: 'z' }], { mode: 'add' });
    expect([after.areas.get('a')?.households, added, leftOut]).toEqual([100, 1, 1]);
  });

  it('replaces whole records and takes out those that are not brought again', () => {
    const { after, removed, changed } = merge(THERE, [{ id: 'a', name: '新名' }], { mode: 'replace' });
    expect([...after.areas.values()]).toEqual([{ id: 'a', name: '新名', class: 'unknown', settlement: 'urban' }]);
    expect([removed, changed.length]).toEqual([2, 1]);
  });
});

describe('whatever is merged', () => {
  const row = fc.record(
    {
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      name: fc.constantFrom('幸福里', '锦绣苑', '和园'),
      county: fc.constantFrom('东', '西'),
      households: fc.nat(50),
    },
    { requiredKeys: ['id'] },
  );
  const rows = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 5 });
  const rule = fc.record({
    mode: fc.constantFrom(...MERGE_MODES),
    matchBy: fc.constantFrom('id' as const, 'name' as const),
    addUnmatched: fc.boolean(),
  });

  it('counts every row once, and can be taken back whole', () => {
    fc.assert(
      fc.property(rows, rows, rule, (there, brought, how) => {
        const plan = planOf(there);
        const { after, change, added, changed, unchanged, leftOut, removed } = merge(plan, brought, how);
        expect(added + changed.length + unchanged + leftOut).toBe(brought.length);
        expect(after.areas.size).toBe(plan.areas.size + added - removed);
        expect(applyChange(after, inverse(change)).areas).toEqual(plan.areas);
      }),
    );
  });

  it('merged twice, changes nothing the second time', () => {
    fc.assert(
      fc.property(rows, rows, (there, brought) => {
        const once = merge(planOf(there), brought).after;
        expect(merge(once, brought).change).toEqual([]);
      }),
    );
  });
});
