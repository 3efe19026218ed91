import { headerIndex, PLACE_COLUMNS, plainHeader } from '../import/columns.ts';
import { issue, type Issue } from '../issue.ts';
import type { ExportTable } from './export-table.ts';
import { uniqueName } from './unique-name.ts';

const PLACE_NAMES = headerIndex(PLACE_COLUMNS);

/**
 * The table with other names for those of its unknown columns that would be taken for places (`lon`, `geom`) in a file whose
 * rows have no geometries of their own.
 */
export function freePlaceNames(table: ExportTable): { table: ExportTable; issues: Issue[] } {
  const taken = new Set(table.columns.map(({ header }) => header));
  const found: string[] = [];
  const used: string[] = [];
  const columns = table.columns.map((column) => {
    if (column.canonical !== null || !PLACE_NAMES.has(plainHeader(column.header))) return column;
    const header = uniqueName(`${column.header} (2)`, taken);
    found.push(column.header);
    used.push(header);
    return { ...column, header };
  });
  if (found.length === 0) return { table, issues: [] };
  return {
    table: { ...table, columns },
    issues: [issue('export_columns_renamed', { input: table.role }, { found, used })],
  };
}
