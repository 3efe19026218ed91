import Papa from 'papaparse';
import { FORMULA } from '../import/formula-cell.ts';

/** A table as CSV (RFC 4180), unknown figures empty. With a byte order mark, without which Excel misreads Chinese. */
export function tableCsv({
  head,
  rows,
}: {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}): string {
  const data = rows.map((row) => [...row]);
  return `\uFEFF${Papa.unparse({ fields: [...head], data }, { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
}
