import Papa from 'papaparse';
import { guardCell } from '../import/formula-cell.ts';
import type { FlatTable } from './flat-table.ts';

/**
 * A table as CSV (RFC 4180) with a byte order mark, without which Excel misreads Chinese. Text that a spreadsheet would run as
 * a formula has an apostrophe before it, which reading takes off.
 */
export function writeCsv({ columns, rows }: Pick<FlatTable, 'columns' | 'rows'>): string {
  const fields = columns.map(({ header }) => guardCell(header));
  const data = rows.map(({ cells }) => cells.map((cell) => (typeof cell === 'string' ? guardCell(cell) : cell)));
  return `\uFEFF${Papa.unparse({ fields, data }, { newline: '\r\n' })}\r\n`;
}
