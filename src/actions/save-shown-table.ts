import { tableCsv } from '../core/report/table-csv.ts';
import { saveFile } from '../files/save-file.ts';
import type { ShownTable } from '../state/unit-table.ts';
import type { Workspace } from '../state/workspace.ts';

/** Saves a table in sight as CSV that a spreadsheet opens; named by what it shows, by standard and by date. */
export function saveShownTable({ store }: Workspace, what: string, table: ShownTable): void {
  const { standardId, asOf } = store.getState();
  saveFile(`yiquan-${what}-${standardId}-${asOf}.csv`, new TextEncoder().encode(tableCsv(table)), 'text/csv');
}
