import { issue, type Issue, type IssuePlace } from '../issue.ts';
import { findHeaderRow } from './find-header-row.ts';
import type { RawRow, RawTable } from './raw-table.ts';
import { cellText } from './read-cell.ts';

/** Lines shown to a person who chooses the header line. */
const PREVIEWED = 12;

export interface LinesRead {
  /** Null: the chosen line is not there, the issues say so. */
  readonly raw: RawTable | null;
  /** From 1; null: there is none. */
  readonly headerRow: number | null;
  readonly preview: readonly (readonly string[])[];
  readonly issues: readonly Issue[];
}

/**
 * A table of lines of cells, its headers on the chosen line or on the one that looks like it. Blank lines are passed over
 * but keep their number: row n stands n lines below the headers.
 */
export function tableOfLines(
  lines: readonly (readonly unknown[])[],
  chosenRow: number | undefined,
  where: IssuePlace,
): LinesRead {
  const preview = lines.slice(0, PREVIEWED).map((line) => Array.from(line, cellText));
  if (chosenRow !== undefined && !(Number.isInteger(chosenRow) && chosenRow >= 1 && chosenRow <= lines.length)) {
    const invalid = issue('header_row_invalid', where, { found: chosenRow, limit: lines.length });
    return { raw: null, headerRow: null, preview, issues: [invalid] };
  }
  const at = chosenRow === undefined ? findHeaderRow(lines) : chosenRow - 1;
  const headers = trimHeaders(lines[at] ?? []);
  const rows: RawRow[] = [];
  for (let line = at + 1; line < lines.length; line++) {
    const cells = lines[line]!;
    if (isBlankLine(cells)) continue;
    rows.push({ number: line - at, cells, shape: { kind: 'columns' } });
  }
  const passedOver = lines.slice(0, Math.max(0, at)).filter((line) => !isBlankLine(line)).length;
  return {
    raw: { headers, rows, statedCrs: null, hasGeometries: false },
    headerRow: at < 0 ? null : at + 1,
    preview,
    issues: passedOver === 0 ? [] : [issue('header_row_found', where, { row: at + 1, lines: passedOver })],
  };
}

export function isBlankLine(cells: readonly unknown[]): boolean {
  return cells.every((cell) => cellText(cell) === '');
}

/** Spreadsheets leave empty columns at the end of a line: they are no columns. */
function trimHeaders(cells: readonly unknown[]): string[] {
  const headers = Array.from(cells, cellText);
  while (headers.at(-1) === '') headers.pop();
  return headers;
}
