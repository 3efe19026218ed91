import { describe, expect, it } from 'vitest';
import { cutText, writeDbf } from '../../../src/core/export/write-dbf.ts';
import type { ExportColumn, ExportValue } from '../../../src/core/export/export-table.ts';
import { readDbf } from '../../../src/core/import/read-dbf.ts';

function roundTrip(kind: ExportColumn['kind'], values: readonly ExportValue[]) {
  const { dbf, cuts } = writeDbf(
    [{ name: 'x', kind }],
    values.map((value) => [value]),
    '2026-11-25',
  );
  const { table } = readDbf(dbf, 'UTF-8', undefined, {});
  return { found: table!.records.map((record) => record![0]), cuts, type: String.fromCharCode(dbf[32 + 11]!) };
}

describe('a DBF', () => {
  it.each([
    ['text', ['学田新村', undefined, 'a'], 'C'],
    ['integer', [0, undefined, 1200], 'N'],
    ['number', [0.5, 1234.5678, undefined], 'N'],
    ['day', ['2024-05-31', undefined], 'D'],
    ['boolean', [true, false, undefined], 'L'],
  ] as const)('gives %s back', (kind, values, type) => {
    expect(roundTrip(kind, values)).toEqual({ found: values, cuts: [], type });
  });

  it('writes numbers that it would round as text', () => {
    const { found, type } = roundTrip('number', [0.1 + 0.2, 1e-20]);
    expect([found, type]).toEqual([['0.30000000000000004', '1e-20'], 'C']);
  });

  it('cuts text between characters, lists between entries, and says so', () => {
    const { found, cuts } = roundTrip('text', ['养'.repeat(100), `${'A1;'.repeat(90)}A2`, 'x'.repeat(254)]);
    expect(found).toEqual(['养'.repeat(84), 'A1;'.repeat(84).slice(0, -1), 'x'.repeat(254)]);
    expect(cuts).toEqual([
      { row: 0, column: 0, bytes: 300 },
      { row: 1, column: 0, bytes: 272 },
    ]);
  });

  it('never cuts a character in two', () => {
    expect(cutText('a𠮷b', 4)).toBe('a');
    expect(cutText('a𠮷b', 5)).toBe('a𠮷');
  });
});
