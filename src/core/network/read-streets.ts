import { issue, type Issue, type IssueCode, type IssueDetail, type IssuePlace } from '../issue.ts';
import type { Steps } from '../progress.ts';
import { isCompact } from './compact-streets.ts';
import { Damaged, Unsupported } from './damaged.ts';
import type { OsmCollector, OsmExtract } from './osm-extract.ts';
import { readOsmPbfSteps } from './read-osm-pbf.ts';
import { readOsmXmlSteps } from './read-osm-xml.ts';
import { readStreetLinesSteps } from './read-street-lines.ts';
import type { StreetLines } from './street-lines.ts';
import { unpackStreetsSteps, type UnpackedStreets } from './unpack-streets.ts';
import { walkableLinesSteps } from './walkable-lines.ts';

/** Larger files are refused before a byte of them is read: a browser tab would die of them. */
export const MOST_STREET_BYTES = 2 ** 31 - 1;
/** A GeoJSON text must fit into one string of the engine. */
const MOST_JSON_BYTES = 500_000_000;

/** Streets as a file: where its bytes came from, and in which system its coordinates are (GeoJSON alone). */
export interface StreetFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly crs?: string;
}

export interface ReadStreets {
  /** Null: the file is unusable as a whole, the issues say why. */
  readonly lines: StreetLines | null;
  /** What else the file holds, for a map; null for GeoJSON. */
  readonly extract: OsmExtract | null;
  /** Ways or lines in the file. */
  readonly rows: number;
  readonly issues: readonly Issue[];
  /** Of compact streets, the hash of the file that they were made from. */
  readonly madeFrom?: string;
}

type Format = 'osm_pbf' | 'osm_xml' | 'osm_xml_gz' | 'geojson' | 'compact';

/**
 * The walkable lines of a file of streets. The format is told from the content: PBF, OSM XML (gzipped or not), GeoJSON or
 * compact streets. A bad file gives issues, never an exception.
 */
export function* readStreetsSteps({ name, bytes, crs }: StreetFile): Steps<ReadStreets> {
  const where: IssuePlace = { input: 'streets', file: name };
  const refuse = (code: IssueCode, detail?: IssueDetail): ReadStreets => ({
    lines: null,
    extract: null,
    rows: 0,
    issues: [issue(code, where, detail)],
  });
  const tooLarge = whyTooLarge(name, bytes.byteLength);
  if (tooLarge) return { lines: null, extract: null, rows: 0, issues: [tooLarge] };
  if (bytes.byteLength === 0) return refuse('file_empty');
  const format = formatOf(bytes);
  if (format === null) return refuse('streets_format_unknown', { found: name, expected: EXPECTED });
  if (format === 'geojson') {
    if (bytes.byteLength > MOST_JSON_BYTES) {
      return refuse('streets_too_large', { found: bytes.byteLength, limit: MOST_JSON_BYTES });
    }
    const { lines, issues } = yield* readStreetLinesSteps(bytes, where, crs);
    return { lines, extract: null, rows: lines ? lines.start.length - 1 : 0, issues };
  }
  let read: OsmCollector | UnpackedStreets;
  try {
    read = yield* format === 'compact'
      ? unpackStreetsSteps(bytes)
      : format === 'osm_pbf'
        ? readOsmPbfSteps(bytes)
        : readOsmXmlSteps(bytes, format === 'osm_xml_gz');
  } catch (error) {
    if (error instanceof Damaged) return refuse('streets_damaged', { found: error.message });
    if (error instanceof Unsupported) return refuse('streets_unsupported', { found: error.message });
    throw error;
  }
  if ('of' in read) {
    const { of, rows, sha256: madeFrom } = read;
    if ('lines' in of) return { lines: of.lines, extract: null, rows, issues: [], madeFrom };
    return { ...(yield* readExtractSteps(of.extract, rows, where)), madeFrom };
  }
  const rows = read.waysSeen;
  if (rows === 0) return refuse('streets_without_ways');
  yield { stage: 'reading', done: bytes.byteLength, total: bytes.byteLength };
  return yield* readExtractSteps(yield* read.finishSteps(), rows, where);
}

function* readExtractSteps(extract: OsmExtract, rows: number, where: IssuePlace): Steps<ReadStreets> {
  const { lines, ways, incompleteWays } = yield* walkableLinesSteps(extract);
  const issues = incompleteWays > 0 ? [issue('streets_incomplete', where, { count: incompleteWays, of: ways })] : [];
  if (lines.kind.length === 0) {
    return { lines: null, extract, rows, issues: [...issues, issue('streets_not_walkable', where)] };
  }
  return { lines, extract, rows, issues };
}

/** The issue with which a file of that size is refused, or null. To be asked before the file is read into memory. */
export function whyTooLarge(name: string, size: number): Issue | null {
  if (size <= MOST_STREET_BYTES) return null;
  return issue('streets_too_large', { input: 'streets', file: name }, { found: size, limit: MOST_STREET_BYTES });
}

const EXPECTED = ['.osm.pbf', '.osm', '.osm.gz', '.geojson'];

function formatOf(bytes: Uint8Array): Format | null {
  if (isCompact(bytes)) return 'compact';
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'osm_xml_gz';
  // A PBF file begins with a header's length (four bytes) and then its type: field 1, nine bytes, "OSMHeader".
  if (bytes[4] === 0x0a && bytes[5] === 9 && bytes[6] === 0x4f && bytes[7] === 0x53) return 'osm_pbf';
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 1024)).trimStart();
  if (start.startsWith('<')) return 'osm_xml';
  if (start.startsWith('{') || start.startsWith('[')) return 'geojson';
  return null;
}
