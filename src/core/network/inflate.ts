import { unzlibSync } from 'fflate';
import { Damaged } from './damaged.ts';

const ADLER_MODULUS = 65_521;
/** Bytes after which Adler-32's sums must be reduced to stay within 32 bits (RFC 1950 leaves it open; zlib uses 5552). */
const ADLER_RUN = 5552;

/** Inflates a zlib stream of known size. Throws `Damaged`: fflate itself does not look at the checksum. */
export function inflateZlib(packed: Uint8Array, size: number): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = unzlibSync(packed, { out: new Uint8Array(size) });
  } catch (error) {
    throw new Damaged(error instanceof Error ? error.message : String(error));
  }
  if (bytes.length !== size) throw new Damaged(`a block holds ${bytes.length} bytes, expected ${size}`);
  const end = packed.length;
  const expected =
    ((packed[end - 4]! << 24) | (packed[end - 3]! << 16) | (packed[end - 2]! << 8) | packed[end - 1]!) >>> 0;
  if (adler32(bytes) !== expected) throw new Damaged('the checksum of a block does not fit its content');
  return bytes;
}

function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let at = 0; at < bytes.length;) {
    const end = Math.min(bytes.length, at + ADLER_RUN);
    for (; at < end; at++) b += a += bytes[at]!;
    a %= ADLER_MODULUS;
    b %= ADLER_MODULUS;
  }
  return ((b << 16) | a) >>> 0;
}
