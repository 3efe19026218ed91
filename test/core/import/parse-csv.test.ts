import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../src/core/import/parse-csv.ts';

const TITLED = '某区统计表,,\n编号;说明,名称,户数\nA1,甲,3\nA2,乙,4\n';

describe('CSV', () => {
  it('finds the headers below a title, and rows keep their distance from them', () => {
    const { raw, headerRow, preview, issues } = parseCsv(TITLED, undefined, {});
    expect(headerRow).toBe(2);
    expect(raw!.headers).toEqual(['编号;说明', '名称', '户数']);
    expect(raw!.rows.map(({ number }) => number)).toEqual([1, 2]);
    expect(preview[0]).toEqual(['某区统计表', '', '']);
    expect(issues).toMatchObject([{ code: 'header_row_found', detail: { row: 2, lines: 1 } }]);
  });

  it('takes the line that a person chose, and the delimiter that it holds', () => {
    const { raw, headerRow, issues } = parseCsv('a,b\nx;y;z\n1;2;3\n', 2, {});
    expect([headerRow, raw!.headers, raw!.rows[0]!.cells]).toEqual([2, ['x', 'y', 'z'], ['1', '2', '3']]);
    expect(issues.map(({ code }) => code)).toEqual(['header_row_found']);
  });

  it.each([0, 9, 1.5])('there is no line %d', (row) => {
    const { raw, issues } = parseCsv('a,b\n1,2\n', row, {});
    expect(raw).toBeNull();
    expect(issues).toMatchObject([{ code: 'header_row_invalid', detail: { found: row } }]);
  });

  it('shows the first dozen lines', () => {
    const text = Array.from({ length: 40 }, (_, i) => `${i},x`).join('\n');
    expect(parseCsv(text, undefined, {}).preview).toHaveLength(12);
  });
});
