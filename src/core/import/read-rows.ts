import type { Issue } from '../issue.ts';
import { runSteps } from '../progress.ts';
import type { RawTable } from './raw-table.ts';
import { readRawTableSteps } from './read-raw-table.ts';
import type { Table, TableRole } from './table.ts';

/**
 * Rows written as plain objects, with canonical (or Chinese) column names for keys and any JSON values, read by the very
 * readers that read files. Places by `lon`,`lat` or `wkt`.
 */
export function readRows<R extends TableRole>(
  role: R,
  rows: readonly Readonly<Record<string, unknown>>[],
  crs?: string,
): { table: Extract<Table, { role: R }> | null; issues: readonly Issue[] } {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const raw: RawTable = {
    headers,
    rows: rows.map((row, index) => ({
      number: index + 1,
      cells: headers.map((header) => (Object.hasOwn(row, header) ? row[header] : undefined)),
      shape: { kind: 'columns' },
    })),
    statedCrs: null,
    hasGeometries: false,
  };
  const { table, issues } = runSteps(readRawTableSteps(raw, role, crs, { input: role }));
  return { table: table as Extract<Table, { role: R }> | null, issues };
}
