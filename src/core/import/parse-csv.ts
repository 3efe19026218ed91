import Papa from 'papaparse';
import { issue, type Issue, type IssuePlace } from '../issue.ts';
import { bareCell } from './formula-cell.ts';
import { isBlankLine, tableOfLines, type LinesRead } from './table-of-lines.ts';

/**
 * A CSV text as a table. The delimiter is the comma, semicolon or tab that the header line holds most of; line ends may be
 * mixed. The apostrophe that keeps a cell from being run as a formula is taken off again.
 */
export function parseCsv(text: string, headerRow: number | undefined, where: IssuePlace): LinesRead {
  const { data, errors } = Papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), {
    delimiter: delimiterOf(text, headerRow),
    newline: '\n',
    skipEmptyLines: false,
    transform: bareCell,
  });
  const read = tableOfLines(data, headerRow, where);
  if (read.raw === null) return read;
  const headerAt = (read.headerRow ?? 1) - 1;
  const issues: Issue[] = [];
  for (const { code, row = 0 } of errors) {
    if (code === 'MissingQuotes' || code === 'InvalidQuotes') {
      issues.push(issue('csv_malformed', { ...where, row: Math.max(0, row - headerAt) }, { found: '"' }));
    }
  }
  const expected = read.raw.headers.length;
  for (const { number, cells } of read.raw.rows) {
    if (cells.length < expected || !isBlankLine(cells.slice(expected))) {
      issues.push(issue('row_width', { ...where, row: number }, { found: cells.length, expected }));
    }
  }
  return { ...read, issues: [...read.issues, ...issues] };
}

const DELIMITERS = [',', ';', '\t'];

/** The rows' own text may hold any of them (`serves` holds semicolons), so the header line decides: the first that has any. */
function delimiterOf(text: string, headerRow: number | undefined): string {
  const lines = text.slice(0, 65_536).split(/\r\n?|\n/);
  const telling = lines.find((line) => DELIMITERS.some((delimiter) => count(line, delimiter) > 0));
  const header = (headerRow === undefined ? undefined : lines[headerRow - 1]) ?? telling ?? '';
  return DELIMITERS.reduce((best, next) => (count(header, next) > count(header, best) ? next : best));
}

function count(line: string, delimiter: string): number {
  return line.replace(/"[^"]*"/g, '').split(delimiter).length - 1;
}
