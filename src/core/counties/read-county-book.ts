import { openSource } from '../import/open-source.ts';
import { cellText } from '../import/read-cell.ts';
import { plainHeader } from '../import/columns.ts';
import { readSourceSteps } from '../import/read-source.ts';
import type { SourceHost } from '../import/source.ts';
import type { SourceFile } from '../import/table.ts';
import { issue, type Issue, type IssueCode } from '../issue.ts';
import { runSteps } from '../progress.ts';
import { EXCHANGED, exchangeColumns, rowHash, type ExchangedRecord, type ExchangedTable } from './exchange.ts';
import { BOOK_KIND, FACTS_SHEET, HASH_COLUMN, sentSheet, type BookFacts } from './write-county-book.ts';

/** A row as it came back. */
export interface ReturnedRow {
  readonly record: ExchangedRecord;
  /** Its hash as it was sent; null: the county added the row. */
  readonly hash: string | null;
  /** Fields whose cells could not be read: nobody knows what they mean. */
  readonly unread: ReadonlySet<string>;
}

export interface ReturnedTable {
  readonly rows: ReadonlyMap<string, ReturnedRow>;
  /** Fields that its columns state: a column that was taken out says nothing about any row. */
  readonly fields: ReadonlySet<string>;
  /** Whether rows were lost in reading: what is not there may yet be meant to be. */
  readonly incomplete: boolean;
  /** The rows as they were sent, by id; null: the hidden sheet is gone or was changed. */
  readonly sent: ReadonlyMap<string, ExchangedRecord> | null;
}

export interface CountyBook {
  readonly facts: BookFacts;
  /** Absent: its sheet is gone. */
  readonly tables: Readonly<Partial<Record<ExchangedTable, ReturnedTable>>>;
}

/** Null: it is no workbook of a county; the issues say why. */
export interface ReadCountyBook {
  readonly book: CountyBook | null;
  readonly issues: readonly Issue[];
}

/** What reading says of every workbook that we wrote ourselves. */
const EXPECTED: ReadonlySet<IssueCode> = new Set(['column_unknown', 'coordinates_missing', 'table_has_no_rows']);

/** Opens a workbook that a county sent back, known by its own sheet. */
export async function readCountyBook(file: SourceFile, host: SourceHost): Promise<ReadCountyBook> {
  const where = { file: file.name };
  const open = (layer: string) => openSource([file], { layer, headerRow: 1 }, host, where);
  const first = await open(FACTS_SHEET);
  const sheets = new Set(first.layers.map(({ name }) => name));
  const found = factsOf([first.raw?.headers ?? [], ...(first.raw?.rows.map(({ cells }) => cells) ?? [])]);
  if (found === null) {
    const own = first.issues.filter(({ code, severity }) => severity === 'error' && code !== 'layer_unknown');
    return { book: null, issues: own.length > 0 ? own : [issue('county_book_unknown', where)] };
  }
  const issues: Issue[] = [];
  const readSheet = async (table: ExchangedTable, sheet: string): Promise<ReadSheet | null> =>
    sheets.has(sheet) ? sheetRows(table, runSteps(readSourceSteps(await open(sheet), requestOf(file, table)))) : null;
  const tables: Partial<Record<ExchangedTable, ReturnedTable>> = {};
  for (const table of EXCHANGED) {
    // oxlint-disable-next-line eslint/no-await-in-loop -- one sheet after another is as fast, and half as much at a time
    const worked = await readSheet(table, found.sheets[table] ?? '');
    // oxlint-disable-next-line eslint/no-await-in-loop -- as above
    const sent = await readSheet(table, sentSheet(table));
    if (worked === null) {
      issues.push(issue('county_sheet_missing', { ...where, input: table }, { found: found.sheets[table] ?? '' }));
      continue;
    }
    issues.push(...worked.issues);
    tables[table] = { ...worked.table, sent: sent && asSent(table, sent) };
    if (tables[table].sent === null) issues.push(issue('county_sent_lost', { ...where, input: table }));
  }
  return { book: { facts: found.facts, tables }, issues };
}

function requestOf(file: SourceFile, role: ExchangedTable) {
  return { files: [file], role, crs: 'EPSG:4326' } as const;
}

/** The facts sheet, line by line; null: it is another workbook, or of an edition that is not known. */
function factsOf(
  lines: readonly (readonly unknown[])[],
): { facts: BookFacts; sheets: Partial<Record<ExchangedTable, string>> } | null {
  const said = new Map(lines.map(([key, value]) => [cellText(key), cellText(value)]));
  const [kind, edition] = BOOK_KIND;
  if (said.get(kind) !== edition) return null;
  const [project, county, sentOn, version] = ['project', 'county', 'sentOn', 'version'].map((key) => said.get(key));
  if (sentOn === undefined) return null;
  return {
    facts: { project: project ?? '', county: county ?? '', sentOn, version: version ?? '' },
    sheets: Object.fromEntries(EXCHANGED.flatMap((table) => (said.has(table) ? [[table, said.get(table)!]] : []))),
  };
}

interface ReadSheet {
  readonly table: Omit<ReturnedTable, 'sent'>;
  readonly issues: readonly Issue[];
}

type Read = ReturnType<typeof readSourceSteps> extends Generator<unknown, infer R> ? R : never;

function sheetRows(table: ExchangedTable, read: Read): ReadSheet {
  const records = (read.table?.records ?? []) as readonly ExchangedRecord[];
  const faults = read.issues.filter(({ severity }) => severity === 'error');
  const columns = exchangeColumns(table, 'en');
  const rows = records.map((given): [string, ReturnedRow] => {
    const { [HASH_COLUMN]: hash = null, ...others } = given.extra ?? {};
    const { extra: _, ...known } = given;
    const record = Object.keys(others).length > 0 ? { ...known, extra: others } : known;
    return [given.id, { record, hash, unread: unreadFields(table, given.id, faults) }];
  });
  return {
    table: {
      rows: new Map(rows),
      fields: new Set(columns.filter(({ name }) => read.columns.includes(name)).map(({ field }) => field)),
      incomplete: read.table === null || records.length < read.rows,
    },
    issues: read.issues.filter(({ code }) => !EXPECTED.has(code)),
  };
}

/** Fields of a row that errors speak of: the header that an issue names is the file's own. */
function unreadFields(table: ExchangedTable, id: string, faults: readonly Issue[]): Set<string> {
  const unread = new Set<string>();
  for (const { code, where } of faults) {
    if (where.id !== id) continue;
    if (code === 'id_duplicate') return new Set(exchangeColumns(table, 'en').map(({ field }) => field));
    if (/^(?:coordinates|geometry)_/.test(code)) unread.add('geometry');
    const header = plainHeader(where.column ?? '');
    for (const language of ['zh', 'en'] as const) {
      for (const column of exchangeColumns(table, language)) {
        if (plainHeader(column.header) === header) unread.add(column.field);
      }
    }
  }
  return unread;
}

/** The rows of the hidden sheet, if every one still says what its hash says. */
function asSent(table: ExchangedTable, { table: { rows } }: ReadSheet): ReadonlyMap<string, ExchangedRecord> | null {
  const records = new Map<string, ExchangedRecord>();
  for (const [id, { record, hash }] of rows) {
    if (hash !== rowHash(table, record)) return null;
    records.set(id, record);
  }
  return records;
}
