import { hexToBytes } from '@noble/hashes/utils.js';
import type { Progress, Steps } from '../progress.ts';
import { sha256Hex } from '../sha256.ts';
import { ColumnWriter } from './columns.ts';
import {
  COMPACT_HEAD_BYTES,
  COMPACT_MARK,
  COMPACT_VERSION,
  isCompact,
  OF_EXTRACT,
  OF_LINES,
} from './compact-streets.ts';
import { MISSING, type OsmExtract, type OsmTags } from './osm-extract.ts';
import { readStreetsSteps, type StreetFile } from './read-streets.ts';
import type { StreetLines } from './street-lines.ts';

const PAUSE: Progress = { stage: 'writing', done: 0, total: 1 };

/**
 * Streets in compact form: the bytes given where they are that already; null where the file cannot be used. The same streets
 * are the same bytes.
 */
export function* packStreetsSteps(file: StreetFile): Steps<Uint8Array | null> {
  if (isCompact(file.bytes)) return file.bytes;
  const { lines, extract, rows } = yield* readStreetsSteps(file);
  if (lines === null) return null;
  yield PAUSE;
  const writer = new ColumnWriter();
  writer.raw(hexToBytes(sha256Hex(file.bytes)));
  writer.count(rows);
  if (extract) yield* writeExtract(writer, extract);
  else writeLines(writer, lines);
  yield PAUSE;
  const body = writer.finish();
  const packed = new Uint8Array(COMPACT_HEAD_BYTES + body.length);
  packed.set(COMPACT_MARK);
  packed[COMPACT_MARK.length] = COMPACT_VERSION;
  packed.set(hexToBytes(sha256Hex(body)), COMPACT_MARK.length + 1);
  packed.set(body, COMPACT_HEAD_BYTES);
  return packed;
}

function writeLines(writer: ColumnWriter, { lon, lat, start, vertex, kind }: StreetLines): void {
  writer.count(OF_LINES);
  writer.count(lon.length);
  writer.degrees(lon);
  writer.degrees(lat);
  writer.count(kind.length);
  writer.counts(kind);
  writer.counts(lengths(start));
  writer.differences(vertex);
}

/** All of an extract but nodes that no way runs through and no tag is on, and the nodes' own ids. */
function* writeExtract(writer: ColumnWriter, extract: OsmExtract): Steps<void> {
  const { used, placeOf } = usedNodes(extract);
  writer.count(OF_EXTRACT);
  writer.count(extract.strings.length);
  for (const text of extract.strings) writer.text(text);
  yield PAUSE;
  writer.count(used.length);
  writer.differences(valuesAt(extract.nodeLon, used));
  yield PAUSE;
  writer.differences(valuesAt(extract.nodeLat, used));
  yield PAUSE;
  writer.count(extract.taggedNode.length);
  writer.differences(placesAmong(extract.taggedNode, placeOf));
  writeTags(writer, extract.nodeTags);
  yield PAUSE;
  writer.count(extract.wayId.length);
  writer.differences(extract.wayId);
  writer.counts(lengths(extract.wayStart));
  yield PAUSE;
  writer.differences(placesAmong(extract.wayNode, placeOf));
  yield PAUSE;
  writeTags(writer, extract.wayTags);
  yield PAUSE;
  writer.count(extract.relationId.length);
  writer.differences(extract.relationId);
  writer.counts(lengths(extract.memberStart));
  writer.differences(placesAmong(extract.memberWay, null));
  writer.counts(extract.memberRole);
  writeTags(writer, extract.relationTags);
}

function writeTags(writer: ColumnWriter, { start, key, value }: OsmTags): void {
  writer.counts(lengths(start));
  writer.counts(key);
  writer.counts(value);
}

/** Nodes that matter, in their order, and where among them each node is. */
function usedNodes({ nodeId, taggedNode, wayNode }: OsmExtract): { used: Uint32Array; placeOf: Uint32Array } {
  const placeOf = new Uint32Array(nodeId.length);
  let count = 0;
  for (const nodes of [taggedNode, wayNode]) {
    for (const node of nodes) {
      if (node === MISSING || placeOf[node] === 1) continue;
      placeOf[node] = 1;
      count++;
    }
  }
  const used = new Uint32Array(count);
  let place = 0;
  for (let node = 0; node < placeOf.length; node++) {
    if (placeOf[node] === 0) continue;
    used[place] = node;
    placeOf[node] = place++;
  }
  return { used, placeOf };
}

function* valuesAt(values: Int32Array, places: Uint32Array): Generator<number> {
  for (const place of places) yield values[place]!;
}

/** Places with −1 for what is missing; `placeOf`: where things are by now, null where they stayed. */
function* placesAmong(places: Uint32Array, placeOf: Uint32Array | null): Generator<number> {
  for (const place of places) yield place === MISSING ? -1 : placeOf ? placeOf[place]! : place;
}

function* lengths(starts: Uint32Array): Generator<number> {
  for (let i = 1; i < starts.length; i++) yield starts[i]! - starts[i - 1]!;
}
