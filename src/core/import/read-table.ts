import { sha256Hex } from '../sha256.ts';
import { issue, type Issue, type IssuePlace } from '../issue.ts';
import { runSteps, type Steps } from '../progress.ts';
import { decodeText } from './decode-text.ts';
import { detectRole } from './detect-role.ts';
import { parseCsv } from './parse-csv.ts';
import { parseGeoJson } from './parse-geojson.ts';
import type { RawTable } from './raw-table.ts';
import { readRawTableSteps } from './read-raw-table.ts';
import type { ReadTable, SourceFile, TableRole } from './table.ts';

export interface ReadTableRequest {
  readonly file: SourceFile;
  /** Absent: told from the columns. */
  readonly role?: TableRole;
  /** Declared coordinate system, e.g. `GCJ-02` or `EPSG:4528`; absent: as the file states or implies. */
  readonly crs?: string;
}

/**
 * Reads a table from GeoJSON or CSV, told apart by content. Never throws for a bad file: `table` is null when nothing of it
 * can be used, and every problem, with row and column, is among the issues.
 */
export function readTable(request: ReadTableRequest): ReadTable {
  return runSteps(readTableSteps(request));
}

/** `readTable` in steps: one report every few hundred rows. */
export function* readTableSteps({ file, role, crs }: ReadTableRequest): Steps<ReadTable> {
  const digest = sha256Hex(file.bytes);
  yield { stage: 'reading', done: 0, total: file.bytes.length };
  const where: IssuePlace = role === undefined ? { file: file.name } : { input: role, file: file.name };
  const { raw, issues } = parse(file.bytes, where);
  const unusable = (more: readonly Issue[]): ReadTable => ({
    table: null,
    rows: raw?.rows.length ?? 0,
    sha256: digest,
    issues: [...issues, ...more],
  });
  if (raw === null) return unusable([]);
  const known = role ?? detectRole(raw.headers, raw.hasGeometries);
  if (known === null) return unusable([issue('role_unknown', where, { found: raw.headers })]);
  const placed: IssuePlace = { input: known, file: file.name };
  const read = yield* readRawTableSteps(raw, known, crs, placed);
  return {
    table: read.table,
    rows: raw.rows.length,
    sha256: digest,
    issues: [...issues.map((found) => ({ ...found, where: { ...found.where, input: known } })), ...read.issues],
  };
}

function parse(bytes: Uint8Array, where: IssuePlace): { raw: RawTable | null; issues: Issue[] } {
  const kind = binaryKind(bytes);
  if (kind !== null)
    return { raw: null, issues: [issue('format_unknown', where, { found: kind, expected: ['GeoJSON', 'CSV'] })] };
  if (bytes.length > LARGEST_TEXT) {
    const found = `${Math.round(bytes.length / 1e6)} MB`;
    return { raw: null, issues: [issue('file_unreadable', where, { found })] };
  }
  const { text, damaged, encoding } = decodeText(bytes);
  const body = text.replace(/^\uFEFF/, '');
  if (body.trim() === '') return { raw: null, issues: [issue('file_empty', where)] };
  const { raw, issues } = /^\s*[[{]/.test(body) ? parseGeoJson(body, where) : parseCsv(body, where);
  return { raw, issues: damaged ? [issue('encoding_damaged', where, { encoding }), ...issues] : issues };
}

/** Bytes: a JavaScript engine holds no longer text than some 5 × 10⁸ characters. */
const LARGEST_TEXT = 5e8;

const SIGNATURES: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['ZIP / XLSX', [0x50, 0x4b, 0x03, 0x04]],
  ['XLS', [0xd0, 0xcf, 0x11, 0xe0]],
  ['GZIP', [0x1f, 0x8b]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['SQLite / GeoPackage', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
];

/** What a file is that is no text, or null. Text other than UTF-16 (which begins with a mark) holds no zero byte. */
function binaryKind(bytes: Uint8Array): string | null {
  for (const [kind, signature] of SIGNATURES) if (signature.every((byte, at) => bytes[at] === byte)) return kind;
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !marked && bytes.subarray(0, 4096).includes(0) ? 'binary' : null;
}
