import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareCell, FORMULA, guardCell } from '../../../src/core/import/formula-cell.ts';
import { parseCsv } from '../../../src/core/import/parse-csv.ts';

describe('cells that a spreadsheet would run', () => {
  it.each(['=1+1', '+86 513', '-a', '@SUM(A1)', '＝1', '－5号楼'])('%s has an apostrophe before it', (text) => {
    expect(guardCell(text)).toBe(`'${text}`);
    expect(bareCell(`'${text}`)).toBe(text);
  });

  it.each(['-5', '+3.5', "'quoted", "it's", '2024-05-31', ''])('%s is left as it is', (text) => {
    expect(guardCell(text)).toBe(text);
    expect(bareCell(text)).toBe(text);
  });

  it('come back whatever they are, and are never run', () => {
    const text = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '1', '.', 'a', '＝') });
    fc.assert(
      fc.property(text, (cell) => {
        expect(bareCell(guardCell(cell))).toBe(cell);
        expect(FORMULA.test(guardCell(cell))).toBe(false);
      }),
    );
  });

  it('are bare again when a CSV is read', () => {
    const { raw } = parseCsv("id,name\nA,'=1+1\nB,'hello\n", undefined, {});
    expect(raw!.rows.map(({ cells }) => cells[1])).toEqual(['=1+1', "'hello"]);
  });
});
