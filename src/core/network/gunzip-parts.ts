import { Gunzip } from 'fflate';
import { Damaged } from './damaged.ts';

/**
 * Inflates a gzip file (RFC 1952) part by part, so that its content is never held whole. Each yield is what `stepBytes` of
 * the packed file gave. Throws `Damaged`; checksums are compared here, because fflate does not.
 */
export function* gunzipParts(packed: Uint8Array, stepBytes: number): Generator<Uint8Array[]> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let checksum = 0xffff_ffff;
  const checkMember = (end: number): void => {
    if (end < 8) throw new Damaged('the packed file is cut off');
    const trailer = new DataView(packed.buffer, packed.byteOffset + end - 8, 8);
    if (trailer.getUint32(4, true) !== size % 2 ** 32) throw new Damaged('the packed file is cut off');
    if (trailer.getUint32(0, true) !== (checksum ^ 0xffff_ffff) >>> 0) {
      throw new Damaged('the checksum of the packed file does not fit its content');
    }
    size = 0;
    checksum = 0xffff_ffff;
  };
  const gunzip = new Gunzip((part) => {
    parts.push(part);
    size += part.length;
    checksum = crc32(part, checksum);
  });
  // A file may be several put one after another; this is called where each but the first begins.
  gunzip.onmember = checkMember;
  for (let at = 0; at < packed.length; at += stepBytes) {
    parts = [];
    try {
      gunzip.push(packed.subarray(at, at + stepBytes), at + stepBytes >= packed.length);
    } catch (error) {
      throw error instanceof Damaged ? error : new Damaged(error instanceof Error ? error.message : String(error));
    }
    yield parts;
  }
  checkMember(packed.length);
}

/** CRC-32 of gzip, reflected polynomial (RFC 1952, section 8). */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array, before: number): number {
  let value = before;
  for (let i = 0; i < bytes.length; i++) value = CRC_TABLE[(value ^ bytes[i]!) & 0xff]! ^ (value >>> 8);
  return value;
}
