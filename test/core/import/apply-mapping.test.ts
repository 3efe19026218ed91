import { describe, expect, it } from 'vitest';
import { applyMapping } from '../../../src/core/import/apply-mapping.ts';
import { NO_MAPPING, ROW_NUMBERS, type ImportMapping } from '../../../src/core/import/mapping.ts';
import { parseCsv } from '../../../src/core/import/parse-csv.ts';
import { readRawTableSteps } from '../../../src/core/import/read-raw-table.ts';
import type { TableRole } from '../../../src/core/import/table.ts';
import { runSteps } from '../../../src/core/progress.ts';

/** A CSV text read as a mapping says. */
function read(role: TableRole, csv: string, mapping: Partial<ImportMapping>) {
  const where = { input: role };
  const mapped = applyMapping(parseCsv(csv, undefined, where).raw!, role, { ...NO_MAPPING, ...mapping }, where);
  const { table, issues } = runSteps(readRawTableSteps(mapped.raw, role, undefined, where));
  return {
    records: (table?.records ?? []) as unknown as readonly Record<string, unknown>[],
    issues: [...mapped.issues, ...issues],
  };
}

describe('a mapping', () => {
  it('reads columns by the headers it names, whatever they are called', () => {
    const { records } = read('areas', 'V,W,H\nv1,幸福里,120\n', {
      columns: { id: ['V'], name: ['W'], households: ['H'] },
    });
    expect(records).toEqual([{ id: 'v1', name: '幸福里', class: 'unknown', settlement: 'urban', households: 120 }]);
  });

  it('reads no column that it does not name, though its header is a known one; the cell is kept as it is', () => {
    const { records } = read('areas', 'id,户数\na,120\n', { columns: { id: ['id'] } });
    expect(records[0]).toEqual({ id: 'a', class: 'unknown', settlement: 'urban', extra: { 户数: '120' } });
  });

  it('adds up amounts and joins texts', () => {
    const { records } = read('areas', '区,里,少,壮,老\n北投區,湖田里,1,2,"1,003"\n', {
      columns: { id: ['区', '里'], residents: ['少', '壮', '老'], elders: ['老'] },
    });
    expect(records[0]).toMatchObject({ id: '北投區湖田里', residents: 1006, elders: 1003 });
  });

  it('makes no sum of what is partly blank, and says so', () => {
    const { records, issues } = read('areas', 'id,a,b\nx,1,\ny,,\n', {
      columns: { id: ['id'], residents: ['a', 'b'] },
    });
    expect(records.map(({ residents }) => residents)).toEqual([undefined, undefined]);
    expect(
      issues.filter(({ code }) => code === 'sum_incomplete').map(({ where }) => [where.row, where.column]),
    ).toEqual([[1, 'a + b']]);
  });

  it('gives every row its constants, numbers rows without ids, and puts a prefix before ids', () => {
    const { records } = read('facilities', '名\n甲\n乙\n', {
      columns: { id: [ROW_NUMBERS], name: ['名'] },
      constants: { type: 'institution' },
      idPrefix: 'inst-',
    });
    expect(records.map(({ id, name, type }) => [id, name, type])).toEqual([
      ['inst-1', '甲', 'institution'],
      ['inst-2', '乙', 'institution'],
    ]);
  });

  it('translates values, then lets a cell put right by hand stand', () => {
    const { records, issues } = read('areas', 'id,类,户数\na,老破小,1O0\nb,老破小,7\n', {
      columns: { id: ['id'], class: ['类'], households: ['户数'] },
      values: { class: { 老破小: 'built' } },
      fixes: [
        { row: 1, column: 'households', value: '100' },
        { row: 2, column: 'class', value: 'new' },
      ],
    });
    expect(records.map((area) => [area['class'], area['households']])).toEqual([
      ['built', 100],
      ['new', 7],
    ]);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('leaves out rows that it says to, and reports how many', () => {
    const { records, issues } = read('areas', 'id\na\nb\nc\n', { columns: { id: ['id'] }, skipped: [2] });
    expect(records.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(issues).toContainEqual({
      code: 'rows_left_out',
      severity: 'info',
      where: { input: 'areas' },
      detail: { rows: 1 },
    });
  });

  it('names a problem by the header that the file has, not by the canonical name', () => {
    const { issues } = read('areas', 'id,H\na,many\n', { columns: { id: ['id'], households: ['H'] } });
    expect(issues.find(({ code }) => code === 'number_invalid')?.where.column).toBe('H');
  });

  it('takes `__proto__` for a header and a value like any other', () => {
    const { records } = read('areas', 'id,__proto__,类\na,x,__proto__\n', {
      columns: { id: ['id'], class: ['类'] },
      values: JSON.parse('{"class":{"__proto__":"new"}}'),
    });
    expect(records[0]!['class']).toBe('new');
    expect(JSON.stringify(records[0]!['extra'])).toBe('{"__proto__":"x"}');
  });
});
