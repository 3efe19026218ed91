import { tableCsv } from '../core/report/table-csv.ts';
import { saveFile } from '../files/save-file.ts';
import type { UnitRow } from '../state/unit-forest.ts';
import { unitTable } from '../state/unit-table.ts';
import type { Workspace } from '../state/workspace.ts';
import { textsFor } from '../text/texts.ts';

/** Saves the units in sight, in their order, as CSV that a spreadsheet opens; named by standard and date. */
export function saveUnitTable({ store }: Workspace, rows: readonly UnitRow[]): void {
  const { digest, preferences } = store.getState();
  if (digest === null) return;
  const texts = textsFor(preferences.language);
  const bytes = new TextEncoder().encode(tableCsv(unitTable(rows, texts)));
  const name = `yiquan-${texts.units.csv.file}-${digest.run.standards.id}-${digest.run.as_of}.csv`;
  saveFile(name, bytes, 'text/csv');
}
