import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { IsoDate } from '../units.ts';
import {
  EXCHANGED,
  exchangeCell,
  exchangeColumns,
  rowHash,
  type ExchangedRecord,
  type ExchangedTable,
  type ExchangeLanguage,
} from './exchange.ts';
import type { CountyRows } from './split-by-county.ts';

/** What a workbook says of itself on its own sheet, so that it is known again when it comes back. */
export interface BookFacts {
  readonly project: string;
  /** The county's path; empty: rows whose county is not known. */
  readonly county: string;
  readonly sentOn: IsoDate;
  /** The tool's own version. */
  readonly version: string;
}

/** The sheet that says what the workbook is. */
export const FACTS_SHEET = 'yiquan';
/** Its first line: what kind of workbook, and in which edition. */
export const BOOK_KIND = ['yiquan-county-book', '1'] as const;
/** The column that carries each row's hash as it was sent. */
export const HASH_COLUMN = 'yiquan_row';

/** The hidden sheet that keeps a table as it was sent. */
export function sentSheet(table: ExchangedTable): string {
  return `${FACTS_SHEET}_${table}`;
}

/** How a workbook speaks to the county. */
export interface BookWords {
  readonly language: ExchangeLanguage;
  /** Names of the sheets; no more than 31 characters. */
  readonly sheets: Readonly<Record<ExchangedTable, string>>;
}

/**
 * A county's rows as an Excel workbook: a sheet a table to work on, each row with its hash in a hidden last column; the same
 * tables as they were sent, hidden; and a sheet that says from which project, when and by which version they come. Text
 * is typed as text, so that no formula can come of it. Outlines are not sent.
 */
export async function writeCountyBook(
  rows: CountyRows,
  facts: BookFacts,
  { language, sheets }: BookWords,
): Promise<Uint8Array<ArrayBuffer>> {
  const library = await import('@e965/xlsx');
  const worked = EXCHANGED.map((table) => [sheets[table], tableSheet(table, rows[table], language)] as const);
  const sent = EXCHANGED.map((table) => [sentSheet(table), tableSheet(table, rows[table], 'en')] as const);
  const all = [...worked, [FACTS_SHEET, factsSheet(facts, sheets)] as const, ...sent];
  const book = {
    SheetNames: all.map(([name]) => name),
    Sheets: Object.fromEntries(all),
    // 2: hidden so that only a program brings it back (ECMA-376 §18.18.68, veryHidden).
    Workbook: { Sheets: all.map(([name], i) => ({ name, Hidden: i <= worked.length ? 0 : 2 }) as const) },
  };
  return new Uint8Array(
    library.write(book, { type: 'array', bookType: 'xlsx', bookSST: true, compression: true }) as ArrayBuffer,
  );
}

function tableSheet(table: ExchangedTable, records: readonly ExchangedRecord[], language: ExchangeLanguage): WorkSheet {
  const columns = exchangeColumns(table, language);
  const lines = records.map((record) => [
    ...columns.map((column) => cellOf(exchangeCell(table, column, record, language))),
    cellOf(rowHash(table, record)),
  ]);
  const head = [...columns.map(({ header }) => cellOf(header)), cellOf(HASH_COLUMN)];
  return sheetOf([head, ...lines], columns.length + 1, [...columns.map(() => ({ wch: 14 })), { hidden: true }]);
}

function factsSheet(facts: BookFacts, sheets: BookWords['sheets']): WorkSheet {
  const lines = [BOOK_KIND, ...Object.entries(facts), ...EXCHANGED.map((table) => [table, sheets[table]] as const)];
  return sheetOf(
    lines.map((line) => line.map((text) => cellOf(text))),
    2,
    [{ wch: 20 }, { wch: 40 }],
  );
}

function sheetOf(
  lines: readonly (readonly (CellObject | undefined)[])[],
  width: number,
  columns: WorkSheet['!cols'],
): WorkSheet {
  const last = columnName(width - 1);
  return { '!data': lines, '!ref': `A1:${last}${lines.length}`, '!cols': columns } as unknown as WorkSheet;
}

function cellOf(value: string | number | boolean | undefined): CellObject | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number') return { t: 'n', v: value };
  if (typeof value === 'boolean') return { t: 'b', v: value };
  // `_x0041_` is how workbooks write a character that XML cannot hold: text that looks like it must say so.
  return { t: 's', v: value.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') };
}

/** A, B … Z, AA …, from 0. */
function columnName(at: number): string {
  const letter = String.fromCodePoint(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}
