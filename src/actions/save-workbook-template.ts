import { templateWorkbook } from '../core/export/template-workbook.ts';
import type { ExportLanguage } from '../core/export/export-table.ts';
import { REQUIRED_COLUMNS } from '../core/import/columns.ts';
import type { TableRole } from '../core/import/table.ts';
import { saveFile } from '../files/save-file.ts';
import { noteFailure } from '../state/note-failure.ts';
import type { Workspace } from '../state/workspace.ts';
import { textsFor } from '../text/texts.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Saves an empty workbook to fill in, its notes in the language of its headers, under a name in the person's. */
export async function saveWorkbookTemplate(
  { store }: Pick<Workspace, 'store'>,
  role: TableRole,
  headers: ExportLanguage,
): Promise<void> {
  const { asOf, preferences } = store.getState();
  const { templates, workspace } = textsFor(preferences.language);
  const { templates: t } = textsFor(headers === 'en' ? 'en' : 'zh-CN');
  const isRequired = (column: string): boolean => REQUIRED_COLUMNS[role].includes(column);
  const noteOf = (column: string): string =>
    t.note(isRequired(column) ? t.required : t.optional, t.column[column] ?? '');
  try {
    const bytes = await templateWorkbook(role, headers, noteOf, asOf);
    saveFile(templates.fileName(workspace.role[role], 'xlsx'), bytes, XLSX);
  } catch (error) {
    // Its writer is a part of the program that may not have come over the network.
    noteFailure(store, 'export', error);
  }
}
