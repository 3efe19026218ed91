import Papa from 'papaparse';
import { issue, type Issue, type IssuePlace } from '../issue.ts';
import type { RawRow, RawTable } from './raw-table.ts';

/**
 * A CSV text as a table. The delimiter is the comma, semicolon or tab that the header line holds most of; line ends may be
 * mixed. Blank lines are passed over but keep their number, so that row n stands on record n + 1 of the file.
 */
export function parseCsv(text: string, where: IssuePlace): { raw: RawTable; issues: Issue[] } {
  const issues: Issue[] = [];
  const { data, errors } = Papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), {
    delimiter: delimiterOf(text),
    newline: '\n',
    skipEmptyLines: false,
  });
  const headerAt = data.findIndex((cells) => !isBlank(cells));
  const headers = trimHeaders(data[headerAt] ?? []);
  for (const { code, row = 0 } of errors) {
    if (code === 'MissingQuotes' || code === 'InvalidQuotes') {
      issues.push(issue('csv_malformed', { ...where, row: Math.max(0, row - headerAt) }, { found: '"' }));
    }
  }
  const rows: RawRow[] = [];
  for (let at = headerAt + 1; at < data.length; at++) {
    const cells = data[at]!;
    if (isBlank(cells)) continue;
    const number = at - headerAt;
    if (cells.length < headers.length || cells.slice(headers.length).some((cell) => cell.trim() !== '')) {
      issues.push(issue('row_width', { ...where, row: number }, { found: cells.length, expected: headers.length }));
    }
    rows.push({ number, cells, shape: { kind: 'columns' } });
  }
  return { raw: { headers, rows, statedCrs: null, hasGeometries: false }, issues };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** Spreadsheets leave empty columns at the end of a line: they are no columns. */
function trimHeaders(cells: readonly string[]): string[] {
  const headers = cells.map((cell) => cell.trim());
  while (headers.at(-1) === '') headers.pop();
  return headers;
}

/** The rows' own text may hold any of them (`serves` holds semicolons), so only the header line decides. */
function delimiterOf(text: string): string {
  const header = /^\s*([^\r\n]*)/.exec(text)![1]!.replace(/"[^"]*"/g, '');
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}
