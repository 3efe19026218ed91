import { bytesToHex } from '@noble/hashes/utils.js';
import type { Progress, Steps } from '../progress.ts';
import { sha256Hex } from '../sha256.ts';
import { ColumnReader } from './columns.ts';
import {
  COMPACT_HEAD_BYTES,
  COMPACT_MARK,
  COMPACT_VERSION,
  OF_EXTRACT,
  OF_LINES,
  SHA256_BYTES,
} from './compact-streets.ts';
import { Damaged, Unsupported } from './damaged.ts';
import { INNER, OSM_UNITS_PER_DEGREE, type OsmExtract, type OsmTags } from './osm-extract.ts';
import { SQUARE, STEPS, type StreetLines } from './street-lines.ts';

const PAUSE: Progress = { stage: 'reading', done: 0, total: 1 };

/** Ids of OpenStreetMap are far below what a number holds exactly; renumbered ones of editors are negative. */
const ID_END = 2 ** 53;
const LON_END = 180 * OSM_UNITS_PER_DEGREE + 1;
const LAT_END = 90 * OSM_UNITS_PER_DEGREE + 1;

/** Compact streets, taken apart: lines, or an extract that lines are to be made of. */
export interface UnpackedStreets {
  /** Hash, and ways or lines, of the file that they were made from. */
  readonly sha256: string;
  readonly rows: number;
  readonly of: { readonly lines: StreetLines } | { readonly extract: OsmExtract };
}

/** Reads what `packStreetsSteps` wrote. Throws `Damaged`, and `Unsupported` for a layout that came later. */
export function* unpackStreetsSteps(bytes: Uint8Array): Steps<UnpackedStreets> {
  const version = bytes[COMPACT_MARK.length];
  if (version !== COMPACT_VERSION) throw new Unsupported(`compact streets ${version}`);
  yield PAUSE;
  const stated = bytes.subarray(COMPACT_MARK.length + 1, COMPACT_HEAD_BYTES);
  if (bytesToHex(stated) !== sha256Hex(bytes.subarray(COMPACT_HEAD_BYTES))) throw new Damaged('checksum');
  yield PAUSE;
  const reader = new ColumnReader(bytes, COMPACT_HEAD_BYTES);
  const sha256 = bytesToHex(reader.raw(SHA256_BYTES));
  const rows = reader.count();
  const kind = reader.count();
  if (kind !== OF_LINES && kind !== OF_EXTRACT) throw new Damaged(`kind ${kind}`);
  const of = kind === OF_LINES ? { lines: readLines(reader) } : { extract: yield* readExtract(reader) };
  reader.end();
  return { sha256, rows, of };
}

function readLines(reader: ColumnReader): StreetLines {
  const vertices = reader.length();
  const lon = reader.degrees(vertices, 180);
  const lat = reader.degrees(vertices, 90);
  const kind = reader.counts(new Uint8Array(reader.length()), (STEPS | SQUARE) + 1);
  const start = reader.starts(kind.length);
  const vertex = reader.differences(new Uint32Array(listed(start)), 0, vertices);
  for (let line = 0; line < kind.length; line++) {
    const [from, to] = [start[line]!, start[line + 1]!];
    if (to - from < 2) throw new Damaged(`line ${line}: expected two positions`);
    for (let k = from + 1; k < to; k++) if (vertex[k] === vertex[k - 1]) throw new Damaged(`line ${line}: a repeat`);
  }
  return { lon, lat, start, vertex, kind };
}

function* readExtract(reader: ColumnReader): Steps<OsmExtract> {
  const strings = Array.from({ length: reader.length() }, () => reader.text());
  yield PAUSE;
  const nodes = reader.length();
  const nodeLon = reader.differences(new Int32Array(nodes), 1 - LON_END, LON_END);
  yield PAUSE;
  const nodeLat = reader.differences(new Int32Array(nodes), 1 - LAT_END, LAT_END);
  yield PAUSE;
  const taggedNode = places(reader, reader.length(), nodes);
  const nodeTags = readTags(reader, taggedNode.length, strings.length);
  yield PAUSE;
  const wayId = reader.differences(new Float64Array(reader.length()), 1 - ID_END, ID_END);
  const wayStart = reader.starts(wayId.length);
  yield PAUSE;
  const wayNode = places(reader, listed(wayStart), nodes);
  yield PAUSE;
  const wayTags = readTags(reader, wayId.length, strings.length);
  yield PAUSE;
  const relationId = reader.differences(new Float64Array(reader.length()), 1 - ID_END, ID_END);
  const memberStart = reader.starts(relationId.length);
  const memberWay = places(reader, listed(memberStart), wayId.length);
  const memberRole = reader.counts(new Uint8Array(memberWay.length), INNER + 1);
  const relationTags = readTags(reader, relationId.length, strings.length);
  // Their own ids are gone: any that ascend serve.
  const nodeId = Float64Array.from(nodeLon.keys());
  return {
    strings,
    nodeId,
    nodeLon,
    nodeLat,
    taggedNode,
    nodeTags,
    wayId,
    wayStart,
    wayNode,
    wayTags,
    relationId,
    memberStart,
    memberWay,
    memberRole,
    relationTags,
  };
}

function readTags(reader: ColumnReader, things: number, strings: number): OsmTags {
  const start = reader.starts(things);
  const key = reader.counts(new Uint32Array(listed(start)), strings);
  return { start, key, value: reader.counts(new Uint32Array(key.length), strings) };
}

/** Places below `end`, or `MISSING`: what −1 is as an unsigned number. */
function places(reader: ColumnReader, length: number, end: number): Uint32Array {
  return reader.differences(new Uint32Array(length), -1, end);
}

function listed(starts: Uint32Array): number {
  return starts.at(-1)!;
}
