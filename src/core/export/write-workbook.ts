import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { IsoDate } from '../units.ts';
import type { ExportColumn, ExportValue } from './export-table.ts';
import { zipFiles } from './zip-files.ts';

export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly ExportValue[])[];
  /** Words above the headers, one a column: what to fill in. */
  readonly notes?: readonly string[];
}

export interface SheetColumn extends Pick<ExportColumn, 'header' | 'kind'> {
  /** Words to choose from; others may be typed after a warning. */
  readonly words?: readonly string[];
  /** Characters; absent: by what stands in it. */
  readonly width?: number;
}

/** What a cell of Excel holds. */
export const MOST_CELL_CHARACTERS = 32_767;
const MOST_LINES = 1_048_576;
/** Below the headers. */
export const MOST_SHEET_ROWS = MOST_LINES - 1;
/** What Excel takes for a list within its own rule; longer ones would stand in a sheet. */
const MOST_LIST_CHARACTERS = 255;
/** Before it Excel counts a 29 February 1900 that never was. */
const FIRST_SAFE_DAY = '1900-03-01';
const DAY_FORMAT = 'yyyy-mm-dd';
const FIRST_OWN_FORMAT = 164;
const DAY_MS = 86_400_000;
const DAY_0_MS = Date.UTC(1899, 11, 30);

/**
 * An Excel workbook (ECMA-376): numbers, days and truth values as such, text typed as text, so that no formula can come of it;
 * the header line is bold, stays in sight and filters, columns with `words` offer them. Cells must hold no more than
 * `MOST_CELL_CHARACTERS`, sheets no more than `MOST_SHEET_ROWS`. The library that reads workbooks writes them too; what it leaves out (panes, looks, lists) is put into
 * its XML. write-excel-file was tried: it starts workers from blobs, which our content policy forbids.
 */
export async function writeWorkbook(sheets: readonly Sheet[], on: IsoDate): Promise<Uint8Array<ArrayBuffer>> {
  const library = await import('@e965/xlsx');
  const book = {
    SheetNames: sheets.map(({ name }) => name),
    Sheets: Object.fromEntries(sheets.map((sheet) => [sheet.name, worksheetOf(sheet)])),
    // The library would give our format of days a number that Excel keeps for its own.
    SSF: { ...library.SSF.get_table(), [FIRST_OWN_FORMAT]: DAY_FORMAT },
  };
  const plain = library.write(book, {
    type: 'array',
    bookType: 'xlsx',
    bookSST: true,
    compression: false,
  }) as ArrayBuffer;
  const parts = unzipSync(new Uint8Array(plain));
  const styles = withStyles(strFromU8(parts[STYLES]!));
  parts[STYLES] = strToU8(styles.xml);
  for (const [i, sheet] of sheets.entries()) {
    const path = `xl/worksheets/sheet${i + 1}.xml`;
    const xml = withPane(strFromU8(parts[path]!), headerLine(sheet));
    parts[path] = strToU8(withLists(withLook(xml, sheet, styles), sheet));
  }
  const files = Object.entries(parts).map(([name, bytes]) => ({ name, bytes }));
  return zipFiles(files, on);
}

/** From 1. */
function headerLine({ notes }: Sheet): number {
  return notes === undefined ? 1 : 2;
}

function worksheetOf(sheet: Sheet): WorkSheet {
  const { columns, rows, notes } = sheet;
  const above = notes === undefined ? [] : [notes.map((note): CellObject => ({ t: 's', v: escaped(note) }))];
  const header = columns.map(({ header: text }): CellObject => ({ t: 's', v: escaped(text) }));
  const lines = rows.map((cells) => cells.map((value, i) => cellOf(value, columns[i]!.kind)));
  const at = headerLine(sheet);
  const last = `${columnName(columns.length - 1)}${at + rows.length}`;
  return {
    '!data': [...above, header, ...lines],
    '!ref': `A1:${last}`,
    '!autofilter': { ref: `A${at}:${last}` },
    '!cols': columns.map((column, i) => ({ wch: column.width ?? widthOf(column.header, rows, i) })),
  } as unknown as WorkSheet;
}

function cellOf(value: ExportValue, kind: ExportColumn['kind']): CellObject | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number') return { t: 'n', v: value };
  if (typeof value === 'boolean') return { t: 'b', v: value };
  if (kind === 'day' && value >= FIRST_SAFE_DAY) {
    return { t: 'n', v: (Date.parse(`${value}T00:00:00Z`) - DAY_0_MS) / DAY_MS, z: DAY_FORMAT };
  }
  return { t: 's', v: escaped(value) };
}

/** `_x0041_` is how workbooks write a character that XML cannot hold: text that looks like it must say so. */
function escaped(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

const SAMPLED_ROWS = 200;

function widthOf(header: string, rows: Sheet['rows'], at: number): number {
  const texts = [header, ...rows.slice(0, SAMPLED_ROWS).map((row) => String(row[at] ?? ''))];
  // The filter's button takes two characters of the header.
  const widest = texts.reduce((most, text, i) => Math.max(most, textWidth(text) + (i === 0 ? 3 : 1)), 0);
  return Math.min(40, Math.max(8, widest));
}

/** Ideographs are as wide as two letters. */
const WIDE = /[\u2e80-\uffef]/u;

function textWidth(text: string): number {
  return Array.from(text.slice(0, 60)).reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
}

function withPane(xml: string, lines: number): string {
  const pane = `<pane ySplit="${lines}" topLeftCell="A${lines + 1}" activePane="bottomLeft" state="frozen"/>`;
  return xml.replace(
    /<sheetView ([^>]*?)\/>/,
    (_, attributes: string) => `<sheetView ${attributes}>${pane}</sheetView>`,
  );
}

const STYLES = 'xl/styles.xml';

interface Styles {
  readonly xml: string;
  /** Numbers of the looks of a header and of a note. */
  readonly header: number;
  readonly note: number;
}

/** The library's styles with two more looks: bold, and text that runs over several lines. */
function withStyles(xml: string): Styles {
  const fonts = Number(/<fonts count="(\d+)"/.exec(xml)![1]);
  const looks = Number(/<cellXfs count="(\d+)"/.exec(xml)![1]);
  const [font = ''] = /<font>.*?<\/font>/.exec(xml)!;
  const added =
    `<xf numFmtId="0" fontId="${fonts}" fillId="0" borderId="0" xfId="0" applyFont="1"/>` +
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">' +
    '<alignment vertical="top" wrapText="1"/></xf>';
  return {
    xml: xml
      .replace(/<fonts count="\d+"/, `<fonts count="${fonts + 1}"`)
      .replace('</fonts>', `${font.replace('<font>', '<font><b/>')}</fonts>`)
      .replace(/<cellXfs count="\d+"/, `<cellXfs count="${looks + 2}"`)
      .replace('</cellXfs>', `${added}</cellXfs>`),
    header: looks,
    note: looks + 1,
  };
}

/** Height of the line of notes, points: some five lines of text. */
const NOTES_HEIGHT = 90;

function withLook(xml: string, sheet: Sheet, { header, note }: Styles): string {
  const bold = withStyle(xml, headerLine(sheet), header);
  return sheet.notes === undefined ? bold : withStyle(bold, 1, note, ` ht="${NOTES_HEIGHT}" customHeight="1"`);
}

/** The sheet with every cell of a line in one look. */
function withStyle(xml: string, line: number, style: number, attributes = ''): string {
  const row = new RegExp(`<row r="${line}"(.*?)</row>`);
  const styled = (cells: string): string => cells.replaceAll('<c r=', `<c s="${style}" r=`);
  return xml.replace(row, (_, cells: string) => `<row r="${line}"${attributes}${styled(cells)}</row>`);
}

function withLists(xml: string, sheet: Sheet): string {
  const first = headerLine(sheet) + 1;
  const rules = sheet.columns.flatMap(({ words = [] }, i) => {
    const list = words.join(',');
    if (words.length === 0 || list.length > MOST_LIST_CHARACTERS || words.some((word) => word.includes(','))) return [];
    const at = columnName(i);
    return [
      `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${at}${first}:${at}${MOST_LINES}">` +
        `<formula1>${asXml(`"${list}"`)}</formula1></dataValidation>`,
    ];
  });
  if (rules.length === 0) return xml;
  const all = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
  // The schema wants this order of elements.
  return xml.replace(/<\/sheetData>(?:<autoFilter [^>]*\/>)?/, (found) => `${found}${all}`);
}

function asXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A, B … Z, AA …, from 0. */
function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}
