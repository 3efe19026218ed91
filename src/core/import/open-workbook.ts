import { zipSync } from 'fflate';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { issue, type Issue, type IssuePlace } from '../issue.ts';
import { issueOf } from './open-zip.ts';
import { readBiff } from './read-biff.ts';
import { unpackEntry, ZipFault, type ZipEntry } from './read-zip.ts';
import { refuseSource } from './refuse-source.ts';
import type { OpenedSource, SourceChoice } from './source.ts';
import { readSheetNumber } from './sheet-number.ts';
import { tableOfLines, type LinesRead } from './table-of-lines.ts';
import { spreadMerged, WorkbookLocked, type WorkbookSheet } from './workbook-sheet.ts';

type Sheets = typeof import('@e965/xlsx');

/** Bytes that a workbook's parts may come to when unpacked: some two million filled cells. */
const MOST_WORKBOOK_BYTES = 200_000_000;
/** Bytes of an old workbook, which holds no more than 65 536 lines a sheet. */
const MOST_OLD_BYTES = 100_000_000;

/** A workbook's bytes, already unpacked where it is a zip: nothing that was not measured reaches the reader. */
export type WorkbookContent =
  | { readonly kind: 'xlsx'; readonly entries: readonly ZipEntry[] }
  | { readonly kind: 'xls'; readonly bytes: Uint8Array }
  | { readonly kind: 'markup'; readonly text: string; readonly bytes: number };

/**
 * Opens a workbook: `.xlsx`, `.xls`, and what web systems call `.xls` (HTML tables, XML spreadsheets). Numbers are numbers and
 * text is text, days are ISO dates. A text cell merged over several lines stands in each of them; a merged number stays in
 * the first, so that nothing is counted twice.
 */
export async function openWorkbook(
  content: WorkbookContent,
  choice: SourceChoice,
  where: IssuePlace,
): Promise<OpenedSource> {
  const format = content.kind === 'xlsx' ? 'xlsx' : 'xls';
  const limit = content.kind === 'xlsx' ? MOST_WORKBOOK_BYTES : MOST_OLD_BYTES;
  const size = sizeOf(content);
  if (size > limit) return refuseSource(format, issue('file_too_large', where, { found: size, limit }));
  const library = await import('@e965/xlsx');
  let sheets: WorkbookSheet[];
  try {
    sheets = content.kind === 'xls' ? oldSheets(library, content.bytes) : newSheets(library, content);
  } catch (error) {
    if (error instanceof ZipFault) return refuseSource(format, issueOf(error, where));
    if (error instanceof WorkbookLocked) return refuseSource(format, issue('file_locked', where));
    const found = (error instanceof Error ? error.message : String(error)).slice(0, 120);
    return refuseSource(format, issue('file_damaged', where, { found, format: format.toUpperCase() }));
  }
  const names = sheets.map(({ name }) => name);
  if (names.length === 0) {
    return refuseSource(format, issue('file_damaged', where, { found: 'sheets', format: format.toUpperCase() }));
  }
  const { layer } = choice;
  if (layer !== undefined && !names.includes(layer)) {
    return refuseSource(format, issue('layer_unknown', where, { found: layer, expected: names }));
  }
  const read = new Map<string, LinesRead>();
  for (const sheet of sheets) {
    const issues: Issue[] = [];
    const numbers = spreadMerged(sheet);
    if (numbers > 0) issues.push(issue('merged_numbers', where, { count: numbers }));
    const { name, lines, formulasWithoutValue: count } = sheet;
    if (count > 0) issues.push(issue('formulas_without_value', where, { count }));
    const table = tableOfLines(lines, name === layer || layer === undefined ? choice.headerRow : undefined, where);
    read.set(name, { ...table, issues: [...table.issues, ...issues] });
  }
  const rowsOf = (name: string): number => read.get(name)?.raw?.rows.length ?? 0;
  const used = layer ?? names.find((name) => rowsOf(name) > 0) ?? names[0]!;
  const table = read.get(used)!;
  const filled = names.filter((name) => rowsOf(name) > 0);
  const assumed =
    layer === undefined && filled.length > 1 ? [issue('layer_assumed', where, { used, found: names })] : [];
  return {
    format,
    layers: names.map((name) => ({ name, rows: rowsOf(name), hasGeometries: false })),
    layer: used,
    headerRow: table.headerRow,
    encoding: null,
    raw: table.raw,
    preview: table.preview,
    issues: [...assumed, ...table.issues],
  };
}

function sizeOf(content: WorkbookContent): number {
  if (content.kind === 'xls') return content.bytes.length;
  if (content.kind === 'markup') return content.bytes;
  return content.entries.reduce((total, { size }) => total + size, 0);
}

/** The parts of a workbook that its tables stand in: no pictures, charts, comments, properties or macros. */
const IS_TABLE =
  /^(\[Content_Types\]\.xml|_rels\/.*|xl\/(_rels\/.*|workbook\.xml|styles\.xml|sharedStrings\.xml|metadata\.xml|theme\/[^/]+\.xml|worksheets\/[^/]+\.xml))$/i;

function newSheets(library: Sheets, content: Exclude<WorkbookContent, { kind: 'xls' }>): WorkbookSheet[] {
  const options = { dense: true, cellNF: true, cellHTML: false, cellText: true, sheetStubs: true } as const;
  let workbook: WorkBook;
  if (content.kind === 'markup') {
    workbook = library.read(content.text, { ...options, type: 'string', raw: true });
  } else {
    const parts = content.entries.filter(({ name }) => IS_TABLE.test(name));
    const packed = zipSync(Object.fromEntries(parts.map((entry) => [entry.name, unpackEntry(entry)])), { level: 0 });
    workbook = library.read(packed, { ...options, type: 'array' });
  }
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  return workbook.SheetNames.map((name) => sheetOf(name, workbook, date1904, library));
}

function sheetOf(name: string, { Sheets }: WorkBook, date1904: boolean, library: Sheets): WorkbookSheet {
  const sheet: WorkSheet = Object.hasOwn(Sheets, name) ? Sheets[name]! : {};
  const data = (sheet as { '!data'?: (CellObject | undefined)[][] })['!data'] ?? [];
  let formulasWithoutValue = 0;
  const lines = Array.from(data, (cells) =>
    Array.from(cells ?? [], (cell) => {
      if (cell?.f !== undefined && cell.t === 'z') formulasWithoutValue++;
      return cell ? valueOf(cell, date1904, library) : undefined;
    }),
  );
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ fromLine: s.r, toLine: e.r, column: s.c }));
  return { name, lines, merges, formulasWithoutValue };
}

function valueOf(cell: CellObject, date1904: boolean, { SSF }: Sheets): unknown {
  if (cell.t === 'z' || cell.v === undefined) return undefined;
  if (cell.t === 'e') return cell.w ?? '#N/A';
  if (typeof cell.v !== 'number') return cell.v;
  return readSheetNumber(cell.v, typeof cell.z === 'string' ? cell.z : 'General', date1904, SSF);
}

/** The sheets of an old workbook, by the stream in its container that holds them. Properties and macros are not read. */
function oldSheets({ CFB, SSF }: Sheets, bytes: Uint8Array): WorkbookSheet[] {
  let stream = bytes;
  if (bytes[0] === 0xd0) {
    const container = CFB.read(bytes, { type: 'array' });
    if (CFB.find(container, '/EncryptedPackage')) throw new WorkbookLocked();
    const found = CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book');
    if (!found) throw new RangeError('Workbook');
    stream = Uint8Array.from(found.content as ArrayLike<number>);
  }
  const builtIn = SSF.get_table() as Readonly<Record<number, string>>;
  return readBiff(stream, (value, format, date1904) => {
    const pattern =
      typeof format === 'string' ? format : (EAST_ASIAN_DATES.get(format) ?? builtIn[format] ?? 'General');
    return readSheetNumber(value, pattern, date1904, SSF);
  });
}

/** Formats that Chinese and Japanese Excel have by number alone ([MS-XLS] 2.5.165): months and days, and times. */
const EAST_ASIAN_DATES: ReadonlyMap<number, string> = new Map([
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'yyyy-mm-dd'] as const),
  ...[32, 33, 34, 35, 55, 56].map((id) => [id, 'h:mm:ss'] as const),
]);
