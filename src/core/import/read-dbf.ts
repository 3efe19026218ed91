import { issue, type Issue, type IssuePlace } from '../issue.ts';
import { decideEncoding } from './decide-encoding.ts';
import { SAMPLE_BYTES } from './guess-encoding.ts';
import type { EncodingFound } from './source.ts';
import type { TextEncodingName } from './text-encoding.ts';

export interface DbfTable {
  readonly headers: readonly string[];
  /** One a record, in the file's order; null: marked as deleted. */
  readonly records: readonly (readonly unknown[] | null)[];
  readonly encoding: EncodingFound;
  readonly issues: readonly Issue[];
}

interface Field {
  readonly name: Uint8Array;
  readonly type: string;
  readonly length: number;
  readonly decimals: number;
  readonly at: number;
}

/**
 * Reads a dBASE table (dBASE III to FoxPro). Numbers too long to be exact, or with leading zeros, stay text; a decimal comma
 * is read as one; days are ISO dates; what is blank is absent. Columns of one name stay apart. Own code, because the
 * packaged reader (parsedbf) reads an absent truth value as false, `68,5` as 68, deleted records as live ones and loses
 * all but the last of equal field names. Null: it is no such table, the issues say why.
 */
export function readDbf(
  bytes: Uint8Array,
  cpg: string | null,
  chosen: TextEncodingName | undefined,
  where: IssuePlace,
): { table: DbfTable | null; issues: Issue[] } {
  const damaged = (found: string) => ({
    table: null,
    issues: [issue('file_damaged', where, { found, format: 'DBF' })],
  });
  if (bytes.length < 33) return damaged('header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if ((bytes[0]! & 7) === 4 && bytes[0] !== 0x04) {
    return { table: null, issues: [issue('file_unsupported', where, { found: 'dBASE 7' })] };
  }
  const headerBytes = view.getUint16(8, true);
  const recordBytes = view.getUint16(10, true);
  const stated = view.getUint32(4, true);
  const fields = fieldsOf(bytes, headerBytes, recordBytes);
  const last = fields.at(-1);
  if (!last || last.at + last.length > recordBytes || headerBytes > bytes.length) return damaged('fields');
  const whole = Math.floor((bytes.length - headerBytes) / recordBytes);
  const count = Math.min(stated, whole);
  const issues: Issue[] = [];
  if (count < stated) issues.push(issue('file_incomplete', where, { found: count, expected: stated }));

  const cellBytes = (record: number, { at, length }: Field): Uint8Array => {
    const start = headerBytes + record * recordBytes + at;
    return bytes.subarray(start, start + length);
  };
  const sample = sampleOf(fields, count, cellBytes);
  const ldid = LANGUAGES.get(bytes[29]!);
  const statements = [
    ...(cpg === null ? [] : [{ from: 'cpg' as const, name: cpg }]),
    ...(ldid === undefined ? [] : [{ from: 'ldid' as const, name: ldid }]),
  ];
  const decided = decideEncoding(chosen, statements, sample, where);
  const decode = decoderOf(decided.found.used);
  const headers = fields.map(({ name }) => decode(name));
  const readers = fields.map((field) => cellReaderOf(field, view, decode));
  for (const [i, reader] of readers.entries()) {
    if (reader === null) {
      issues.push(issue('column_unreadable', { ...where, column: headers[i]! }, { found: fields[i]!.type }));
    }
  }
  const records = Array.from({ length: count }, (_, record) => {
    if (bytes[headerBytes + record * recordBytes] === DELETED) return null;
    return fields.map((field, i) => readers[i]?.(cellBytes(record, field)));
  });
  if (headers.some(isDamaged) || records.some((record) => record?.some(isDamaged))) {
    issues.push(issue('encoding_damaged', where, { encoding: decided.found.used }));
  }
  const deleted = records.filter((record) => record === null).length;
  if (deleted > 0) issues.push(issue('rows_deleted', where, { count: deleted }));
  return {
    table: { headers, records, encoding: decided.found, issues: [...decided.issues, ...issues] },
    issues: [],
  };
}

const DELETED = 0x2a;

function isDamaged(cell: unknown): boolean {
  return typeof cell === 'string' && cell.includes('\uFFFD');
}

function fieldsOf(bytes: Uint8Array, headerBytes: number, recordBytes: number): Field[] {
  const ends: number[] = [];
  for (let at = 32; at + 32 <= Math.min(headerBytes, bytes.length) && bytes[at] !== 0x0d; at += 32) ends.push(at);
  const lengths = ends.map((at) => bytes[at + 16]!);
  // Clipper and FoxPro keep the high byte of a long text's length where others keep decimals.
  const long = ends.map((at, i) => (bytes[at + 11] === 0x43 ? lengths[i]! + bytes[at + 17]! * 256 : lengths[i]!));
  const used = sum(lengths) !== recordBytes && sum(long) === recordBytes ? long : lengths;
  let offset = 1;
  return ends.map((at, i) => {
    const field = {
      name: bytes.subarray(at, at + 11),
      type: String.fromCharCode(bytes[at + 11]!),
      length: used[i]!,
      decimals: bytes[at + 17]!,
      at: offset,
    };
    offset += field.length;
    return field;
  });
}

/** Bytes of a record: one says whether it is deleted. */
function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, one) => total + one, 1);
}

/** Names, and the texts that hold more than ASCII, with a space between so that no two run into one character. */
function sampleOf(
  fields: readonly Field[],
  count: number,
  cellBytes: (record: number, field: Field) => Uint8Array,
): Uint8Array {
  const sample: number[] = [];
  for (const { name } of fields) sample.push(...upToZero(name), 0x20);
  const texts = fields.filter(({ type }) => type === 'C');
  for (let record = 0; record < count && texts.length > 0 && sample.length < SAMPLE_BYTES; record++) {
    for (const field of texts) {
      const bytes = cellBytes(record, field);
      if (bytes.some((byte) => byte >= 0x80)) sample.push(...upToZero(bytes), 0x20);
    }
  }
  return Uint8Array.from(sample);
}

function upToZero(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

/** Text without its padding; half a character at a full field's end is not kept. */
function decoderOf(encoding: TextEncodingName): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder(encoding);
  const wide = encoding.startsWith('utf-16');
  return (bytes) => {
    const text = decoder.decode(wide ? bytes.subarray(0, bytes.length & ~1) : upToZero(bytes));
    const end = text.indexOf('\0');
    return (end < 0 ? text : text.slice(0, end)).replace(/\uFFFD$/, '').trim();
  };
}

type CellReader = (bytes: Uint8Array) => unknown;

/** How a field's cells are read; null: they hold what is kept in another file, or bytes of an unknown form. */
function cellReaderOf(
  { type, decimals, length }: Field,
  file: DataView,
  decode: (bytes: Uint8Array) => string,
): CellReader | null {
  const inFile = (bytes: Uint8Array): DataView => new DataView(file.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type) {
    case 'C':
      return (bytes) => decode(bytes) || undefined;
    case 'N':
    case 'F':
      return (bytes) => numberOf(asciiOf(bytes), decimals);
    case 'D':
      return (bytes) => dayOf(asciiOf(bytes));
    case 'L':
      return (bytes) => truthOf(asciiOf(bytes));
    case 'I':
    case '+':
      return length === 4 ? (bytes) => inFile(bytes).getInt32(0, true) : null;
    case 'B':
    case 'O':
      return length === 8 ? (bytes) => inFile(bytes).getFloat64(0, true) : null;
    default:
      return null;
  }
}

function asciiOf(bytes: Uint8Array): string {
  return String.fromCharCode(...upToZero(bytes)).trim();
}

function numberOf(text: string, decimals: number): number | string | undefined {
  if (text === '' || /^\*+$/.test(text)) return undefined;
  const plain = decimals > 0 ? text.replace(/^([+-]?\d*),(\d+)$/, '$1.$2') : text;
  const number = Number(plain);
  if (!Number.isFinite(number)) return text;
  return /^[+-]?0\d/.test(plain) || (Number.isInteger(number) && !Number.isSafeInteger(number)) ? text : number;
}

function dayOf(text: string): string | undefined {
  if (/^0*$/.test(text)) return undefined;
  return text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

function truthOf(text: string): boolean | string | undefined {
  if (/^[YT]$/i.test(text)) return true;
  if (/^[NF]$/i.test(text)) return false;
  return text === '' || text === '?' ? undefined : text;
}

/**
 * The header's language byte (dBASE's and FoxPro's lists, ESRI's additions). 0x57 is left out: it says "the system's own", and
 * on Chinese systems that is GBK.
 */
const LANGUAGES: ReadonlyMap<number, string> = new Map([
  ...[0x01, 0x09, 0x0b, 0x0d, 0x0f, 0x11, 0x15, 0x18, 0x19, 0x1b].map((code) => [code, 'cp437'] as const),
  ...[0x02, 0x0a, 0x0e, 0x10, 0x12, 0x14, 0x16, 0x1a, 0x1d, 0x25, 0x37].map((code) => [code, 'cp850'] as const),
  ...[0x03, 0x58, 0x59].map((code) => [code, 'cp1252'] as const),
  [0x04, 'macintosh'],
  [0x08, 'cp865'],
  [0x17, 'cp865'],
  [0x66, 'cp865'],
  [0x13, 'cp932'],
  [0x7b, 'cp932'],
  [0x4d, 'cp936'],
  [0x7a, 'cp936'],
  [0x4e, 'cp949'],
  [0x79, 'cp949'],
  [0x4f, 'cp950'],
  [0x78, 'cp950'],
  [0x50, 'cp874'],
  [0x7c, 'cp874'],
  [0x1f, 'cp852'],
  [0x22, 'cp852'],
  [0x23, 'cp852'],
  [0x40, 'cp852'],
  [0x64, 'cp852'],
  [0x87, 'cp852'],
  [0x26, 'cp866'],
  [0x65, 'cp866'],
  [0x6a, 'cp737'],
  [0x6b, 'cp857'],
  [0x88, 'cp857'],
  [0xc8, 'cp1250'],
  [0xc9, 'cp1251'],
  [0xca, 'cp1254'],
  [0xcb, 'cp1253'],
  [0xcc, 'cp1257'],
  [0x7d, 'cp1255'],
  [0x7e, 'cp1256'],
]);
