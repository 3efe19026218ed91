import { Inflate } from 'fflate';
import { guessEncoding } from './guess-encoding.ts';

/** A file in a zip: its name, and what unpacking it would take. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes when unpacked, as the directory states them. */
  readonly size: number;
  readonly locked: boolean;
  readonly method: number;
  readonly packed: Uint8Array;
  readonly crc: number;
}

/** Why a zip, or an entry of it, cannot be read. Caught where zips are opened. */
export class ZipFault extends Error {
  readonly kind: 'damaged' | 'too_large' | 'too_many' | 'locked' | 'unsupported';
  readonly found: string | number;
  constructor(kind: ZipFault['kind'], found: string | number) {
    super(`${kind}: ${found}`);
    this.kind = kind;
    this.found = found;
  }
}

export const MOST_ZIP_ENTRIES = 10_000;
/** Bytes that a file in a zip may unpack to. */
export const MOST_UNPACKED = 600_000_000;

/**
 * The files of a zip, folders and what macOS adds left out, by its central directory (APPNOTE 6.3, Zip64 sizes included).
 * Nothing is unpacked. Names without the UTF-8 mark are read as their bytes read best, for Chinese Windows writes GBK.
 * Throws `ZipFault`.
 */
export function listZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = findEnd(view);
    const count = view.getUint16(end + 10, true);
    if (count > MOST_ZIP_ENTRIES) throw new ZipFault('too_many', count);
    const raw: (Omit<ZipEntry, 'name'> & { name: Uint8Array; utf8: boolean })[] = [];
    let at = view.getUint32(end + 16, true);
    for (let i = 0; i < count; i++) {
      const entry = entryAt(bytes, view, at);
      raw.push(entry);
      at = entry.next;
    }
    const legacy = Uint8Array.from(raw.flatMap(({ name, utf8 }) => (utf8 ? [] : [...name, 0x20])));
    const { used } = guessEncoding(legacy);
    return raw
      .map(({ name, utf8, ...entry }) => ({
        size: entry.size,
        locked: entry.locked,
        method: entry.method,
        packed: entry.packed,
        crc: entry.crc,
        name: new TextDecoder(utf8 ? 'utf-8' : used).decode(name).replaceAll('\\', '/'),
      }))
      .filter(({ name }) => !name.endsWith('/') && !/(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|\._)/.test(name));
  } catch (error) {
    if (error instanceof RangeError) throw new ZipFault('damaged', 'directory');
    throw error;
  }
}

/** Unpacks a file, no further than it says it goes. Throws `ZipFault`. */
export function unpackEntry({ name, size, locked, method, packed, crc }: ZipEntry): Uint8Array {
  if (locked) throw new ZipFault('locked', name);
  if (size > MOST_UNPACKED) throw new ZipFault('too_large', size);
  if (method !== 0 && method !== 8) throw new ZipFault('unsupported', `ZIP ${method}`);
  // No deflate stream unpacks to more than 1 032 times its own length: nothing is set aside for one that claims to.
  if (size > packed.length * 1032 + 1032) throw new ZipFault('damaged', name);
  const content = method === 0 ? packed : inflate(packed, size, name);
  if (content.length !== size || crc32(content) !== crc) throw new ZipFault('damaged', name);
  return content;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  throw new ZipFault('damaged', 'directory');
}

function entryAt(bytes: Uint8Array, view: DataView, at: number) {
  if (view.getUint32(at, true) !== 0x02014b50) throw new ZipFault('damaged', 'directory');
  const flags = view.getUint16(at + 8, true);
  const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((from) => view.getUint16(at + from, true)) as [
    number,
    number,
    number,
  ];
  const nameAt = at + 46;
  const wide = wideSizes(view, at, nameAt + nameBytes, extraBytes);
  const header = wide.offset;
  if (view.getUint32(header, true) !== 0x04034b50) throw new ZipFault('damaged', 'entry');
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + wide.packed > bytes.length) throw new ZipFault('damaged', 'entry');
  return {
    name: bytes.subarray(nameAt, nameAt + nameBytes),
    utf8: (flags & 0x800) !== 0,
    locked: (flags & 1) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    size: wide.size,
    packed: bytes.subarray(start, start + wide.packed),
    next: nameAt + nameBytes + extraBytes + commentBytes,
  };
}

/** Sizes and offset, from the Zip64 field where the plain ones are full. */
function wideSizes(view: DataView, at: number, extraAt: number, extraBytes: number) {
  const plain = {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  const full = 0xffffffff;
  for (let field = extraAt; field + 4 <= extraAt + extraBytes; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let from = field + 4;
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (plain[key] !== full) continue;
      plain[key] = Number(view.getBigUint64(from, true));
      from += 8;
    }
  }
  return plain;
}

/** Bytes given to the unpacker at a time: it yields at most some thousand times as many before it can be stopped. */
const PIECE = 16_384;

function inflate(packed: Uint8Array, size: number, name: string): Uint8Array {
  const content = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((piece) => {
    if (filled + piece.length > size) throw new ZipFault('damaged', name);
    content.set(piece, filled);
    filled += piece.length;
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE) {
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    }
  } catch (error) {
    throw error instanceof ZipFault ? error : new ZipFault('damaged', name);
  }
  return content.subarray(0, filled);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ CRC_TABLE[(crc ^ byte) & 0xff]!;
  return (crc ^ 0xffffffff) >>> 0;
}
