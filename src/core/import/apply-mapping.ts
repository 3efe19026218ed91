import { issue, type Issue, type IssuePlace } from '../issue.ts';
import { COLUMNS } from './columns.ts';
import { ROW_NUMBERS, type ImportMapping } from './mapping.ts';
import type { RawRow, RawTable } from './raw-table.ts';
import { cellText, isBlankCell, parseNumber } from './read-cell.ts';
import type { TableRole } from './table.ts';

/**
 * A table as its mapping says it is meant: canonical columns first, under the headers that they came from, then every
 * header that the mapping leaves alone. Rows left out and sums that could not be made are reported.
 */
export function applyMapping(
  raw: RawTable,
  role: TableRole,
  mapping: ImportMapping,
  where: IssuePlace,
): { raw: RawTable; issues: Issue[] } {
  const issues: Issue[] = [];
  const at = new Map(raw.headers.map((header, position) => [header, position]));
  const sources = Object.entries(mapping.columns).map(([column, headers]) => ({
    column,
    headers,
    cells: headers.flatMap((header) => at.get(header) ?? []),
    counted: headers.includes(ROW_NUMBERS),
  }));
  const constants = Object.entries(mapping.constants).filter(([column]) => !Object.hasOwn(mapping.columns, column));
  const used = new Set(sources.flatMap(({ cells }) => cells));
  const kept = raw.headers.flatMap((header, position) => (used.has(position) ? [] : [{ header, position }]));
  const columns = new Map([...sources.map(({ column }) => column), ...constants.map(([c]) => c)].map((c, i) => [c, i]));
  const amounts = new Set(amountColumns(role));
  const meanings = new Map(Object.entries(mapping.values).map(([c, words]) => [c, new Map(Object.entries(words))]));
  const fixes = new Map(mapping.fixes.map((fix) => [`${fix.row} ${fix.column}`, fix.value]));
  const skipped = new Set(mapping.skipped);

  const rowOf = (row: RawRow): RawRow => {
    const cellOf = (column: string, cell: () => unknown): unknown => {
      const fixed = fixes.get(`${row.number} ${column}`);
      if (fixed !== undefined) return fixed;
      const found = cell();
      const meant = meanings.get(column)?.get(cellText(found)) ?? found;
      return column === 'id' && !isBlankCell(cellText(meant)) ? mapping.idPrefix + cellText(meant) : meant;
    };
    return {
      ...row,
      cells: [
        ...sources.map(({ column, headers, cells, counted }) =>
          cellOf(column, () => {
            if (counted) return row.number;
            if (cells.length === 1) return row.cells[cells[0]!];
            const parts = cells.map((position) => row.cells[position]);
            if (!amounts.has(column)) return parts.map(cellText).join('');
            const sum = sumOf(parts);
            if (sum === null && parts.some((part) => !isBlankCell(cellText(part)))) {
              issues.push(
                issue(
                  'sum_incomplete',
                  { ...where, row: row.number, column: headers.join(' + ') },
                  { found: parts.map((part) => cellText(part) || '–') },
                ),
              );
            }
            return sum ?? undefined;
          }),
        ),
        ...constants.map(([column, value]) => cellOf(column, () => value)),
        ...kept.map(({ position }) => row.cells[position]),
        // A row may be longer than the header line.
        ...row.cells.slice(raw.headers.length),
      ],
    };
  };
  const rows = raw.rows.filter(({ number }) => !skipped.has(number)).map(rowOf);
  if (rows.length < raw.rows.length)
    issues.push(issue('rows_left_out', where, { rows: raw.rows.length - rows.length }));
  const headers = [
    ...sources.map(({ headers: from, column }) => (from.includes(ROW_NUMBERS) ? column : from.join(' + '))),
    ...constants.map(([column]) => column),
    ...kept.map(({ header }) => header),
  ];
  return { raw: { ...raw, headers, rows, columns }, issues };
}

/** The sum of cells that are all numbers; null where one is blank or none: absent is not zero. */
function sumOf(parts: readonly unknown[]): number | null {
  let sum = 0;
  for (const part of parts) {
    const text = cellText(part);
    const number = isBlankCell(text) ? NaN : parseNumber(text);
    if (!Number.isFinite(number)) return null;
    sum += number;
  }
  return sum;
}

const ADDED: readonly string[] = ['m2', 'households', 'persons', 'beds', 'wan_yuan'];

/** Columns of counts and amounts: several headers for one of them are added up. */
export function amountColumns(role: TableRole): string[] {
  return COLUMNS[role].flatMap(({ name, unit }) => (unit !== undefined && ADDED.includes(unit) ? [name] : []));
}
