import type { TableRole } from '../core/import/table.ts';
import { saveFile } from '../files/save-file.ts';
import { tableTemplate } from '../files/table-template.ts';
import type { Language } from '../text/language.ts';

/** Saves an empty table to fill in, under a name in the person's language. */
export function saveTemplate(role: TableRole, headers: Language, name: string): void {
  saveFile(name, tableTemplate(role, headers), 'text/csv');
}
