import { COLUMNS, DBF_NAME_BYTES } from '../import/columns.ts';
import type { TableRole } from '../import/table.ts';
import type { ExportColumn, ExportLanguage } from './export-table.ts';
import { uniqueName, type NameForm } from './unique-name.ts';
import { cutText } from './write-dbf.ts';

const IN_DBF: NameForm = {
  key: (name) => name.toLowerCase(),
  numbered: (name, n) => `${cutText(name, DBF_NAME_BYTES - `_${n}`.length)}_${n}`,
};

/**
 * Field names for DBF, which holds ten bytes of UTF-8: a header that fits stays; a canonical column takes the first of its
 * Chinese headers that does, where those are wanted, else its English name cut to ten, both of which reading knows; others
 * are cut. A number ends names that would be the same.
 */
export function dbfNames(role: TableRole, columns: readonly ExportColumn[], language: ExportLanguage): string[] {
  const encoder = new TextEncoder();
  const fits = (name: string): boolean => encoder.encode(name).length <= DBF_NAME_BYTES;
  const taken = new Set<string>();
  return columns.map(({ header, canonical }) => {
    const known = COLUMNS[role].find(({ name }) => name === canonical);
    const shorter = known === undefined ? header : (language === 'zh' && known.headers.find(fits)) || known.name;
    return uniqueName(fits(header) ? header : cutText(shorter, DBF_NAME_BYTES), taken, IN_DBF);
  });
}
