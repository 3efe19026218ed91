import { Damaged } from './damaged.ts';

/** Wire types of Protocol Buffers (Encoding, "Message Structure"). */
export const VARINT = 0;
export const BYTES = 2;

const FIXED_64 = 1;
const FIXED_32 = 5;

/**
 * The wire format of Protocol Buffers over one message. Every read is checked against the message's end, so that damage
 * shows as `Damaged` and never as made-up numbers. Numbers beyond 2^53 lose their last digits: OpenStreetMap has none.
 */
export class Wire {
  readonly bytes: Uint8Array;
  at: number;
  end: number;
  /** The current field, after `next`. */
  field = 0;
  type = 0;

  constructor(bytes: Uint8Array, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  /** Moves to the next field; false at the end. */
  next(): boolean {
    if (this.at >= this.end) return false;
    const tag = this.varint();
    this.field = Math.floor(tag / 8);
    this.type = tag % 8;
    if (this.field === 0) throw new Damaged('field number 0');
    return true;
  }

  varint(): number {
    const { bytes, end } = this;
    let at = this.at;
    let byte = 0;
    let low = 0;
    // Four groups of seven bits fit a 32-bit integer; what is longer goes on in floating point.
    for (let shift = 0; shift < 28; shift += 7) {
      if (at >= end) throw new Damaged('a number runs over the end of its message');
      byte = bytes[at++]!;
      low |= (byte & 0x7f) << shift;
      if (byte < 0x80) {
        this.at = at;
        return low;
      }
    }
    let value = low;
    let scale = 2 ** 28;
    for (let k = 4; k < 10; k++) {
      if (at >= end) throw new Damaged('a number runs over the end of its message');
      byte = bytes[at++]!;
      value += (byte & 0x7f) * scale;
      scale *= 128;
      if (byte < 0x80) {
        this.at = at;
        return value;
      }
    }
    throw new Damaged('a number of more than ten bytes');
  }

  /** A number in zigzag coding. */
  svarint(): number {
    const value = this.varint();
    if (value <= 0x7fffffff) return (value >>> 1) ^ -(value & 1);
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  /** A number whose negative values are in two's complement of 64 bits (int32, int64). */
  int(): number {
    const value = this.varint();
    return value >= 2 ** 63 ? value - 2 ** 64 : value;
  }

  /** Start of a length-delimited field; `at` is moved behind it. */
  skipBytes(): number {
    if (this.type !== BYTES) throw new Damaged(`field ${this.field} has wire type ${this.type}, expected ${BYTES}`);
    const length = this.varint();
    const start = this.at;
    if (length > this.end - start) throw new Damaged('a field runs over the end of its message');
    this.at = start + length;
    return start;
  }

  /** The message in a length-delimited field. */
  message(): Wire {
    const start = this.skipBytes();
    return new Wire(this.bytes, start, this.at);
  }

  view(): Uint8Array {
    const start = this.skipBytes();
    return this.bytes.subarray(start, this.at);
  }

  skip(): void {
    if (this.type === VARINT) this.varint();
    else if (this.type === BYTES) this.skipBytes();
    else if (this.type === FIXED_64) this.at += 8;
    else if (this.type === FIXED_32) this.at += 4;
    else throw new Damaged(`wire type ${this.type}`);
    if (this.at > this.end) throw new Damaged('a field runs over the end of its message');
  }
}
