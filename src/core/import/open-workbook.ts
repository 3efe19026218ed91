import { zipSync } from 'fflate';
import type { CellObject, Range, WorkBook, WorkSheet } from '@e965/xlsx';
import { issue, type Issue, type IssuePlace } from '../issue.ts';
import { issueOf } from './open-zip.ts';
import { unpackEntry, ZipFault, type ZipEntry } from './read-zip.ts';
import { refuseSource } from './refuse-source.ts';
import type { OpenedSource, SourceChoice } from './source.ts';
import { tableOfLines, type LinesRead } from './table-of-lines.ts';

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
 * the first, so that nothing is counted twice. One library reads them all, for it alone tells of merged cells.
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
  let workbook: WorkBook;
  try {
    workbook = parse(library, content);
  } catch (error) {
    if (error instanceof ZipFault) return refuseSource(format, issueOf(error, where));
    const found = error instanceof Error ? error.message : String(error);
    const locked = /password|encrypt/i.test(found);
    return refuseSource(
      format,
      issue(locked ? 'file_locked' : 'file_damaged', where, { found, format: format.toUpperCase() }),
    );
  }
  const names = workbook.SheetNames;
  if (names.length === 0)
    return refuseSource(format, issue('file_damaged', where, { found: 'sheets', format: format.toUpperCase() }));
  const { layer } = choice;
  if (layer !== undefined && !names.includes(layer)) {
    return refuseSource(format, issue('layer_unknown', where, { found: layer, expected: names }));
  }
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const read = new Map<string, LinesRead>();
  for (const name of names) {
    const sheet = Object.hasOwn(workbook.Sheets, name) ? workbook.Sheets[name]! : {};
    const { lines, issues } = linesOf(sheet, library, date1904, where);
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

function parse(library: Sheets, content: WorkbookContent): WorkBook {
  const options = { dense: true, cellNF: true, cellHTML: false, cellText: true, sheetStubs: true } as const;
  if (content.kind === 'markup') return library.read(content.text, { ...options, type: 'string', raw: true });
  if (content.kind === 'xls') return library.read(content.bytes, { ...options, type: 'array' });
  const parts = content.entries.map((entry) => [entry.name, unpackEntry(entry)] as const);
  return library.read(zipSync(Object.fromEntries(parts), { level: 0 }), { ...options, type: 'array' });
}

/** A sheet's cells line by line, as many lines as it has. */
function linesOf(
  sheet: WorkSheet,
  library: Sheets,
  date1904: boolean,
  where: IssuePlace,
): { lines: unknown[][]; issues: Issue[] } {
  const data = (sheet as { '!data'?: (CellObject | undefined)[][] })['!data'] ?? [];
  let withoutValue = 0;
  const lines = Array.from(data, (cells) =>
    Array.from(cells ?? [], (cell) => {
      if (cell?.f !== undefined && cell.t === 'z') withoutValue++;
      return cell ? valueOf(cell, library, date1904) : undefined;
    }),
  );
  const numbers = spreadMerged(lines, sheet['!merges'] ?? []);
  const issues: Issue[] = [];
  if (numbers > 0) issues.push(issue('merged_numbers', where, { count: numbers }));
  if (withoutValue > 0) issues.push(issue('formulas_without_value', where, { count: withoutValue }));
  return { lines, issues };
}

function valueOf(cell: CellObject, { SSF }: Sheets, date1904: boolean): unknown {
  if (cell.t === 'z' || cell.v === undefined) return undefined;
  if (cell.t === 'e') return cell.w ?? '#N/A';
  if (cell.t !== 'n' || typeof cell.v !== 'number') return cell.v;
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  if (!SSF.is_date(format)) return cell.v;
  // A format of hours alone is a time or a duration: it stays as the sheet shows it.
  if (!/[yd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ''))) return cell.w ?? cell.v;
  const day = SSF.parse_date_code(cell.v, { date1904 }) as {
    y: number;
    m: number;
    d: number;
    H: number;
    M: number;
    S: number;
  } | null;
  if (!day) return cell.w ?? cell.v;
  const date = `${String(day.y).padStart(4, '0')}-${two(day.m)}-${two(day.d)}`;
  return day.H || day.M || day.S >= 1 ? `${date}T${two(day.H)}:${two(day.M)}:${two(day.S)}` : date;
}

function two(number: number): string {
  return String(Math.floor(number)).padStart(2, '0');
}

/** Carries text merged over several lines down into each; how many numbers were merged so, and stayed in their first line. */
function spreadMerged(lines: unknown[][], merges: readonly Range[]): number {
  let numbers = 0;
  for (const { s: from, e: to } of merges) {
    const value = lines[from.r]?.[from.c];
    const last = Math.min(to.r, lines.length - 1);
    if (value === undefined || last <= from.r) continue;
    if (typeof value === 'number') {
      numbers++;
      continue;
    }
    for (let line = from.r + 1; line <= last; line++) lines[line]![from.c] ??= value;
  }
  return numbers;
}
