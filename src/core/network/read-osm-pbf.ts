import type { Steps } from '../progress.ts';
import { Damaged, Unsupported } from './damaged.ts';
import { inflateZlib } from './inflate.ts';
import { OsmCollector } from './osm-extract.ts';
import { readPbfBlock } from './read-pbf-block.ts';
import { BYTES, VARINT, Wire } from './wire.ts';

// Limits of the format (OSM wiki, PBF Format, "File format"): more is damage, not data.
const MOST_HEADER_BYTES = 64 * 1024;
const MOST_BLOCK_BYTES = 32 * 1024 * 1024;

/** Of a whole file, ways and all; a city's extract has 11. */
const BYTES_PER_NODE = 8;

const FEATURES_READ: ReadonlySet<string> = new Set(['OsmSchema-V0.6', 'DenseNodes']);

/**
 * Reads an `.osm.pbf` file (OSM wiki, PBF Format), a block a step.
 * Throws `Damaged` for bytes that cannot be right and `Unsupported` for a feature that is required and not read.
 */
export function* readOsmPbfSteps(bytes: Uint8Array): Steps<OsmCollector> {
  const collector = new OsmCollector(bytes.length / BYTES_PER_NODE);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let headerSeen = false;
  while (at < bytes.length) {
    yield { stage: 'reading', done: at, total: bytes.length };
    if (at + 4 > bytes.length) throw new Damaged('the file ends inside a block');
    const headerBytes = view.getUint32(at);
    if (headerBytes > MOST_HEADER_BYTES) throw new Damaged(`a block header of ${headerBytes} bytes`);
    const headerEnd = at + 4 + headerBytes;
    if (headerEnd > bytes.length) throw new Damaged('the file ends inside a block');
    const { type, size } = blobHeader(new Wire(bytes, at + 4, headerEnd));
    if (size > MOST_BLOCK_BYTES) throw new Damaged(`a block of ${size} bytes`);
    if (headerEnd + size > bytes.length) throw new Damaged('the file ends inside a block');
    at = headerEnd + size;
    if (type !== 'OSMHeader' && type !== 'OSMData') continue;
    const content = blobContent(new Wire(bytes, headerEnd, at));
    if (type === 'OSMHeader') {
      checkFeatures(new Wire(content));
      headerSeen = true;
    } else if (headerSeen) readPbfBlock(content, collector);
    else throw new Damaged('data before the header');
  }
  if (!headerSeen) throw new Damaged('no header');
  return collector;
}

function blobHeader(wire: Wire): { type: string; size: number } {
  let type = '';
  let size = -1;
  while (wire.next()) {
    if (wire.field === 1) type = latin(wire.view());
    else if (wire.field === 3 && wire.type === VARINT) size = wire.varint();
    else wire.skip();
  }
  if (size < 0) throw new Damaged('a block without a size');
  return { type, size };
}

function blobContent(wire: Wire): Uint8Array {
  let raw: Uint8Array | null = null;
  let packed: Uint8Array | null = null;
  let size = -1;
  let other = '';
  while (wire.next()) {
    if (wire.field === 1 && wire.type === BYTES) raw = wire.view();
    else if (wire.field === 2 && wire.type === VARINT) size = wire.varint();
    else if (wire.field === 3 && wire.type === BYTES) packed = wire.view();
    else {
      other = OTHER_PACKINGS[wire.field] ?? other;
      wire.skip();
    }
  }
  if (raw) return raw;
  if (!packed) {
    if (other !== '') throw new Unsupported(other);
    throw new Damaged('a block without content');
  }
  if (size < 0 || size > MOST_BLOCK_BYTES) throw new Damaged(`a block of ${size} bytes`);
  return inflateZlib(packed, size);
}

const OTHER_PACKINGS: Readonly<Record<number, string>> = { 4: 'lzma', 5: 'bzip2', 6: 'lz4', 7: 'zstd' };

function checkFeatures(wire: Wire): void {
  while (wire.next()) {
    if (wire.field !== 4) {
      wire.skip();
      continue;
    }
    const feature = latin(wire.view());
    if (!FEATURES_READ.has(feature)) throw new Unsupported(feature);
  }
}

/** Names of the format itself are ASCII. */
function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 64));
}
