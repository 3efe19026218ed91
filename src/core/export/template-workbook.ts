import { COLUMNS, PLACE_COLUMNS, type Column } from '../import/columns.ts';
import type { TableRole } from '../import/table.ts';
import type { IsoDate } from '../units.ts';
import type { ExportLanguage } from './export-table.ts';
import { FLAG_WORDS, listWords, spellingsOf, TABLE_NAMES } from './export-words.ts';
import { writeWorkbook, type SheetColumn } from './write-workbook.ts';

/** Characters: room for a note above. */
const WIDTH = 18;

/**
 * An empty table to fill in, as a workbook: every column that is read, closed lists to choose from, and above each header
 * what `noteOf` says of its column. Reading it passes over the notes.
 */
export function templateWorkbook(
  role: TableRole,
  language: ExportLanguage,
  noteOf: (column: string) => string,
  on: IsoDate,
): Promise<Uint8Array<ArrayBuffer>> {
  const known = templateColumns(role);
  const columns = known.map((column): SheetColumn => {
    const words = column.name === 'public_benefit' ? FLAG_WORDS[language] : listWords(role, column.name, language);
    return {
      header: spellingsOf(column, language)[0]!,
      kind: 'text',
      width: WIDTH,
      ...(words === null ? {} : { words: [...words.values()] }),
    };
  });
  const notes = known.map(({ name }) => noteOf(name));
  return writeWorkbook([{ name: TABLE_NAMES[language][role], columns, rows: [], notes }], on);
}

/** The columns of a template: all that are read, and a position where a table's rows may be points. */
export function templateColumns(role: TableRole): readonly Column[] {
  // Nobody fills in by hand which figures the tool has estimated.
  const filled = COLUMNS[role].filter(({ name }) => name !== 'estimated');
  return role === 'units' ? filled : [...filled, ...PLACE_COLUMNS.slice(0, 2)];
}
