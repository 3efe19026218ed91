import type { IsoDate } from '../units.ts';
import type { ExportColumn, ExportValue } from './export-table.ts';

/** What dBASE III holds: bytes of a text, digits of a number, digits after its point. */
const MOST_TEXT_BYTES = 254;
const MOST_DIGITS = 19;
const MOST_DECIMALS = 15;
/** Room in columns that are still to be filled in. */
const TEXT_BYTES = 40;
const INTEGER_DIGITS = 9;
const NUMBER_DIGITS = 15;
const DECIMALS = 2;

/** A text that did not fit, by its row and column. */
export interface TextCut {
  readonly row: number;
  readonly column: number;
  readonly bytes: number;
}

interface Field {
  readonly type: 'C' | 'N' | 'D' | 'L';
  readonly length: number;
  readonly decimals: number;
  readonly cells: readonly Uint8Array[];
}

/**
 * Cells as a dBASE III table in UTF-8 (its `.cpg` must say so), under names of at most ten bytes. Numbers that such a table
 * would round are written as text; of text longer than its 254 bytes the whole characters that fit (of a list with
 * semicolons, whole entries), and the rest is among the cuts.
 */
export function writeDbf(
  columns: readonly { readonly name: string; readonly kind: ExportColumn['kind'] }[],
  rows: readonly (readonly ExportValue[])[],
  on: IsoDate,
): { dbf: Uint8Array; cuts: readonly TextCut[] } {
  const cuts: TextCut[] = [];
  const fields = columns.map(({ kind }, column) => {
    const values = rows.map((row) => row[column]);
    return fieldOf(kind, values, (row, bytes) => cuts.push({ row, column, bytes }));
  });
  const headerBytes = 32 + fields.length * 32 + 1;
  const recordBytes = fields.reduce((total, { length }) => total + length, 1);
  const dbf = new Uint8Array(headerBytes + rows.length * recordBytes + 1);
  const view = new DataView(dbf.buffer);
  const [year = 1900, month = 0, day = 0] = on.split('-').map(Number);
  dbf.set([3, year - 1900, month, day]);
  view.setUint32(4, rows.length, true);
  view.setUint16(8, headerBytes, true);
  view.setUint16(10, recordBytes, true);
  for (const [i, { type, length, decimals }] of fields.entries()) {
    const at = 32 + i * 32;
    dbf.set(encode(columns[i]!.name), at);
    dbf[at + 11] = type.charCodeAt(0);
    dbf[at + 16] = length;
    dbf[at + 17] = decimals;
  }
  dbf[headerBytes - 1] = 0x0d;
  dbf.fill(0x20, headerBytes);
  let at = headerBytes;
  for (let row = 0; row < rows.length; row++) {
    at++;
    for (const { type, length, cells } of fields) {
      const cell = cells[row]!;
      // Numbers stand at the right of their field.
      dbf.set(cell, type === 'N' ? at + length - cell.length : at);
      at += length;
    }
  }
  dbf[dbf.length - 1] = 0x1a;
  return { dbf, cuts };
}

function fieldOf(
  kind: ExportColumn['kind'],
  values: readonly ExportValue[],
  cut: (row: number, bytes: number) => void,
): Field {
  if (kind === 'day') return fixed('D', 8, values, (value) => String(value).replaceAll('-', ''));
  if (kind === 'boolean') return fixed('L', 1, values, (value) => (value === true ? 'T' : 'F'));
  if (kind === 'text') return textField(values, cut);
  return numberField(kind, values) ?? textField(values, cut);
}

function fixed(
  type: 'D' | 'L',
  length: number,
  values: readonly ExportValue[],
  text: (value: ExportValue) => string,
): Field {
  return { type, length, decimals: 0, cells: values.map((value) => encode(value === undefined ? '' : text(value))) };
}

/** Null: some number would not come back as it is. */
function numberField(kind: 'number' | 'integer', values: readonly ExportValue[]): Field | null {
  const decimals = values.reduce<number>(
    (most, value) => Math.max(most, decimalsOf(value)),
    kind === 'integer' ? 0 : DECIMALS,
  );
  if (decimals > MOST_DECIMALS) return null;
  const texts = values.map((value) => (typeof value === 'number' ? value.toFixed(decimals) : ''));
  const length = texts.reduce(
    (most, text) => Math.max(most, text.length),
    kind === 'integer' ? INTEGER_DIGITS : NUMBER_DIGITS,
  );
  const isExact = texts.every((text, i) => text === '' || Number(text) === values[i]);
  return length > MOST_DIGITS || !isExact ? null : { type: 'N', length, decimals, cells: texts.map(encode) };
}

/** Digits after the point of the shortest text that is the number. */
function decimalsOf(value: ExportValue): number {
  if (typeof value !== 'number') return 0;
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent));
}

function textField(values: readonly ExportValue[], cut: (row: number, bytes: number) => void): Field {
  const cells = values.map((value, row) => {
    const text = value === undefined ? '' : String(value);
    const bytes = encode(text);
    if (bytes.length <= MOST_TEXT_BYTES) return bytes;
    cut(row, bytes.length);
    const kept = cutText(text, MOST_TEXT_BYTES);
    return encode(text.includes(';') && kept.includes(';') ? kept.slice(0, kept.lastIndexOf(';')) : kept);
  });
  const length = cells.reduce((most, bytes) => Math.max(most, bytes.length), TEXT_BYTES);
  return { type: 'C', length, decimals: 0, cells };
}

/** As many whole characters from the start as have so many bytes in UTF-8. */
export function cutText(text: string, most: number): string {
  let kept = '';
  let bytes = 0;
  for (const character of text) {
    bytes += encode(character).length;
    if (bytes > most) break;
    kept += character;
  }
  return kept;
}

const encoder = new TextEncoder();

function encode(text: string): Uint8Array {
  return encoder.encode(text);
}
