import { parseEncodingName, type TextEncodingName } from './text-encoding.ts';
import { WorkbookLocked, type CellRange, type WorkbookSheet } from './workbook-sheet.ts';

/** How a number is to be read, given its format. */
type ReadNumber = (value: number, format: string | number, date1904: boolean) => unknown;

/**
 * Reads the sheets of an old workbook's stream ([MS-XLS], BIFF 5 and 8): texts, numbers, truth values, results of formulas,
 * merged cells. Own code, because the packaged reader (SheetJS) believes every count and length in the stream: one wrong byte
 * makes it take all memory. Throws `RangeError` where the stream is damaged, `WorkbookLocked` where it is encrypted.
 */
export function readBiff(stream: Uint8Array, readNumber: ReadNumber): WorkbookSheet[] {
  const records = recordsOf(stream);
  const globals = new Globals(records);
  return globals.sheets.map(({ name, at }) => {
    const start = records.findIndex((record) => record.at === at);
    if (start < 0 || records[start]!.type !== BOF) throw new RangeError('sheet');
    return { name, ...readSheet(records, start, globals, readNumber), formulasWithoutValue: 0 };
  });
}

interface BiffRecord {
  readonly at: number;
  readonly type: number;
  readonly data: DataView;
}

const BOF = 0x0809;
const EOF = 0x000a;
const CONTINUE = 0x003c;
const STRING = 0x0207;

function recordsOf(stream: Uint8Array): BiffRecord[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (view.getUint16(0, true) !== BOF) throw new RangeError('BIFF');
  const records: BiffRecord[] = [];
  let at = 0;
  while (at + 4 <= stream.length) {
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > stream.length) throw new RangeError('record');
    records.push({
      at,
      type: view.getUint16(at, true),
      data: new DataView(stream.buffer, stream.byteOffset + at + 4, length),
    });
    at += 4 + length;
  }
  if (records.findLast(({ type }) => type !== 0)?.type !== EOF) throw new RangeError('end');
  return records;
}

/** What all sheets share: their names and places, texts, formats. */
class Globals {
  readonly sheets: { name: string; at: number }[] = [];
  readonly texts: string[] = [];
  readonly formatOf: (string | number)[] = [];
  date1904 = false;
  /** The encoding of texts of one byte a character; null: BIFF 8, whose texts are Unicode. */
  encoding: TextEncodingName | null = null;

  constructor(records: readonly BiffRecord[]) {
    const formats = new Map<number, string>();
    const used: number[] = [];
    for (const [i, { type, data }] of records.entries()) {
      if (type === EOF) break;
      if (type === BOF) this.encoding = data.getUint16(0, true) < 0x0600 ? 'windows-1252' : null;
      if (type === 0x002f) throw new WorkbookLocked();
      if (type === 0x0022) this.date1904 = data.getUint16(0, true) === 1;
      if (type === 0x0042 && this.encoding !== null) {
        this.encoding = parseEncodingName(String(data.getUint16(0, true))) ?? this.encoding;
      }
      if (type === 0x0085 && data.getUint8(5) === 0) {
        this.sheets.push({ name: this.text([data], 6, 1), at: data.getUint32(0, true) });
      }
      if (type === 0x041e) formats.set(data.getUint16(0, true), this.text([data], 2, this.encoding === null ? 2 : 1));
      if (type === 0x00e0) used.push(data.getUint16(2, true));
      if (type === 0x00fc) this.texts.push(...this.#sharedTexts(continued(records, i)));
    }
    this.formatOf = used.map((id) => formats.get(id) ?? id);
  }

  /** The text at a place of a record and what continues it, whose length takes one byte or two. */
  text(parts: readonly DataView[], at: number, lengthBytes: 1 | 2): string {
    const first = parts[0]!;
    const length = lengthBytes === 1 ? first.getUint8(at) : first.getUint16(at, true);
    if (this.encoding === null) return new PartsReader(parts, at + lengthBytes).characters(length);
    const from = first.byteOffset + at + lengthBytes;
    if (at + lengthBytes + length > first.byteLength) throw new RangeError('text');
    return new TextDecoder(this.encoding).decode(new Uint8Array(first.buffer, from, length));
  }

  #sharedTexts(parts: readonly DataView[]): string[] {
    const count = parts[0]!.getUint32(4, true);
    const reader = new PartsReader(parts, 8);
    const texts: string[] = [];
    while (texts.length < count) texts.push(reader.sharedText());
    return texts;
  }
}

/** A record and those that continue it. */
function continued(records: readonly BiffRecord[], first: number): DataView[] {
  const parts = [records[first]!.data];
  for (let i = first + 1; records[i]?.type === CONTINUE; i++) parts.push(records[i]!.data);
  return parts;
}

/** Reads on over the borders of records. A text that a border cuts says anew, after it, how wide its characters are. */
class PartsReader {
  readonly #parts: readonly DataView[];
  #part = 0;
  #at: number;

  constructor(parts: readonly DataView[], at: number) {
    this.#parts = parts;
    this.#at = at;
  }

  #here(): DataView {
    while (this.#at >= (this.#parts[this.#part]?.byteLength ?? Infinity)) {
      this.#at -= this.#parts[this.#part]!.byteLength;
      this.#part++;
    }
    const part = this.#parts[this.#part];
    if (!part) throw new RangeError('text');
    return part;
  }

  #number(bytes: 1 | 2 | 4): number {
    const part = this.#here();
    const value =
      bytes === 1
        ? part.getUint8(this.#at)
        : bytes === 2
          ? part.getUint16(this.#at, true)
          : part.getUint32(this.#at, true);
    this.#at += bytes;
    return value;
  }

  characters(length: number): string {
    return this.#characters(length, this.#number(1));
  }

  #characters(length: number, flags: number): string {
    let wide = (flags & 1) === 1;
    const pieces: string[] = [];
    let left = length;
    while (left > 0) {
      const before = this.#part;
      const part = this.#here();
      if (this.#part !== before) wide = (this.#number(1) & 1) === 1;
      const width = wide ? 2 : 1;
      const take = Math.min(left, Math.floor((part.byteLength - this.#at) / width));
      if (take === 0) throw new RangeError('text');
      const bytes = new Uint8Array(part.buffer, part.byteOffset + this.#at, take * width);
      pieces.push(wide ? new TextDecoder('utf-16le').decode(bytes) : String.fromCharCode(...bytes));
      this.#at += take * width;
      left -= take;
    }
    return pieces.join('');
  }

  /** A text of the shared table, without its formatting runs and phonetic guide. */
  sharedText(): string {
    const length = this.#number(2);
    const flags = this.#number(1);
    const runs = flags & 8 ? this.#number(2) : 0;
    const guide = flags & 4 ? this.#number(4) : 0;
    const text = this.#characters(length, flags);
    this.#at += runs * 4 + guide;
    return text;
  }
}

function readSheet(records: readonly BiffRecord[], start: number, globals: Globals, readNumber: ReadNumber) {
  const lines: unknown[][] = [];
  const merges: CellRange[] = [];
  const put = (line: number, column: number, value: unknown): void => {
    while (lines.length <= line) lines.push([]);
    lines[line]![column] = value;
  };
  const number = (value: number, xf: number): unknown => readNumber(value, globals.formatOf[xf] ?? 0, globals.date1904);
  let depth = 0;
  for (let i = start; i < records.length; i++) {
    const { type, data } = records[i]!;
    if (type === BOF) depth++;
    if (type === EOF && --depth === 0) break;
    // Charts stand within sheets, with cells of their own.
    if (depth > 1) continue;
    if (type === 0x00e5) merges.push(...mergesOf(data));
    if (!CELLS.has(type)) continue;
    const [line, column, xf] = [data.getUint16(0, true), data.getUint16(2, true), data.getUint16(4, true)];
    if (type === 0x0203) put(line, column, number(data.getFloat64(6, true), xf));
    if (type === 0x027e) put(line, column, number(rkAt(data, 6), xf));
    if (type === 0x00bd) {
      for (let at = 4, next = column; at + 6 <= data.byteLength - 2; at += 6, next++) {
        put(line, next, number(rkAt(data, at + 2), data.getUint16(at, true)));
      }
    }
    if (type === 0x00fd) {
      const text = globals.texts[data.getUint32(6, true)];
      if (text === undefined) throw new RangeError('text');
      put(line, column, text);
    }
    if (type === 0x0204 || type === 0x00d6) put(line, column, globals.text([data], 6, 2));
    if (type === 0x0205) put(line, column, data.getUint8(7) === 1 ? errorOf(data.getUint8(6)) : data.getUint8(6) === 1);
    if (type === 0x0006) {
      // A result that is no number is marked by its last two bytes.
      if (data.getUint16(12, true) !== 0xffff) put(line, column, number(data.getFloat64(6, true), xf));
      else if (data.getUint8(6) === 1) put(line, column, data.getUint8(8) === 1);
      else if (data.getUint8(6) === 2) put(line, column, errorOf(data.getUint8(8)));
      else if (data.getUint8(6) === 0) {
        // Only a shared formula's or an array's definition may stand between.
        const after = [i + 1, i + 2, i + 3].find((k) => records[k]?.type === STRING);
        if (after !== undefined) put(line, column, globals.text(continued(records, after), 0, 2));
      }
    }
  }
  return { lines, merges };
}

/** Records that hold cells with something in them. */
const CELLS = new Set([0x0006, 0x00bd, 0x00d6, 0x00fd, 0x0203, 0x0204, 0x0205, 0x027e]);

function mergesOf(data: DataView): CellRange[] {
  const count = Math.min(data.getUint16(0, true), Math.floor((data.byteLength - 2) / 8));
  return Array.from({ length: count }, (_, i) => ({
    fromLine: data.getUint16(2 + i * 8, true),
    toLine: data.getUint16(4 + i * 8, true),
    column: data.getUint16(6 + i * 8, true),
  }));
}

/** A number in four bytes: a whole number or the upper half of a double, maybe a hundred times what is meant. */
function rkAt(data: DataView, at: number): number {
  const bits = data.getInt32(at, true);
  let value = bits >> 2;
  if (!(bits & 2)) {
    const double = new DataView(new ArrayBuffer(8));
    double.setInt32(0, bits & ~3);
    value = double.getFloat64(0);
  }
  return bits & 1 ? value / 100 : value;
}

const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
]);

function errorOf(code: number): string {
  return ERRORS.get(code) ?? '#N/A';
}
