import { Damaged } from './damaged.ts';
import { Growing } from './growing.ts';
import { Wire } from './wire.ts';

/** OpenStreetMap's precision, which most other coordinates are written in as well: whole numbers of 1e-7 degrees. */
const UNITS_PER_DEGREE = 1e7;

const SCALED = 0;
const DOUBLES = 1;

/** Writes columns of numbers in as few bytes as come easily: as varints, of the differences where neighbours are alike. */
export class ColumnWriter {
  private readonly bytes = new Growing(Uint8Array, 1 << 16);

  /** A whole number from 0 up to 2^53. */
  count(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.bytes.push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.bytes.push(rest);
  }

  raw(bytes: Uint8Array): void {
    for (const byte of bytes) this.bytes.push(byte);
  }

  text(text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.count(bytes.length);
    this.raw(bytes);
  }

  /** Whole numbers that are not negative. The reader must know how many there are. */
  counts(values: Iterable<number>): void {
    for (const value of values) this.count(value);
  }

  /** Whole numbers, each as its difference from the one before. */
  differences(values: Iterable<number>): void {
    let before = 0;
    for (const value of values) {
      const difference = value - before;
      this.count(difference < 0 ? -2 * difference - 1 : 2 * difference);
      before = value;
    }
  }

  /** Degrees, to the last bit. */
  degrees(values: Float64Array): void {
    const units = values.map((value) => Math.round(value * UNITS_PER_DEGREE));
    if (units.every((unit, i) => Object.is(unit / UNITS_PER_DEGREE, values[i]))) {
      this.count(SCALED);
      this.differences(units);
      return;
    }
    this.count(DOUBLES);
    const view = new DataView(new ArrayBuffer(8 * values.length));
    for (const [i, value] of values.entries()) view.setFloat64(8 * i, value, true);
    this.raw(new Uint8Array(view.buffer));
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.bytes.trimmed();
  }
}

/** Reads what `ColumnWriter` wrote. Throws `Damaged` where that cannot be it. */
export class ColumnReader {
  private readonly wire: Wire;

  constructor(bytes: Uint8Array, at: number) {
    this.wire = new Wire(bytes, at);
  }

  count(): number {
    return this.wire.varint();
  }

  /** How many there are of something that takes at least one byte each. */
  length(): number {
    return this.mayCome(this.count());
  }

  raw(length: number): Uint8Array {
    const { bytes, at, end } = this.wire;
    if (length > end - at) throw new Damaged(`expected ${length} more bytes`);
    this.wire.at = at + length;
    return bytes.subarray(at, at + length);
  }

  text(): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.raw(this.count()));
  }

  /** Fills an array with whole numbers below `end`. */
  counts<T extends Uint8Array | Uint32Array>(into: T, end: number): T {
    for (let i = 0; i < into.length; i++) into[i] = below(this.count(), end);
    return into;
  }

  /** Fills an array with whole numbers from `least` up to below `end`. */
  differences<T extends Float64Array | Int32Array | Uint32Array>(into: T, least: number, end: number): T {
    let value = 0;
    for (let i = 0; i < into.length; i++) {
      value += this.wire.svarint();
      if (value < least || value >= end) throw new Damaged(`expected ${least} to ${end}, found ${value}`);
      into[i] = value;
    }
    return into;
  }

  /** Where each of some lists begins in one long one that is to come, and last where that ends. */
  starts(lists: number): Uint32Array {
    const starts = new Uint32Array(lists + 1);
    for (let i = 0; i < lists; i++) starts[i + 1] = this.mayCome(starts[i]! + this.count());
    return starts;
  }

  /** Degrees from `-most` up to `most`. */
  degrees(length: number, most: number): Float64Array {
    if (this.count() === SCALED) {
      const end = most * UNITS_PER_DEGREE + 1;
      return this.differences(new Float64Array(length), 1 - end, end).map((unit) => unit / UNITS_PER_DEGREE);
    }
    const bytes = this.raw(8 * length);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    return Float64Array.from({ length }, (_, i) => {
      const value = view.getFloat64(8 * i, true);
      if (!(Math.abs(value) <= most)) throw new Damaged(`expected at most ${most} degrees, found ${value}`);
      return value;
    });
  }

  /** Memory is set aside for no more values than there are bytes. */
  private mayCome(values: number): number {
    const { at, end } = this.wire;
    if (values > end - at) throw new Damaged(`expected ${values} more values, found ${end - at} bytes`);
    return values;
  }

  end(): void {
    if (this.wire.at !== this.wire.end)
      throw new Damaged(`expected the end, found ${this.wire.end - this.wire.at} bytes`);
  }
}

function below(value: number, end: number): number {
  if (value >= end) throw new Damaged(`expected a number below ${end}, found ${value}`);
  return value;
}
