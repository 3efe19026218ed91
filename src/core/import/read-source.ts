import { issue, type Issue, type IssuePlace } from '../issue.ts';
import type { Steps } from '../progress.ts';
import { sha256Hex } from '../sha256.ts';
import { detectRole } from './detect-role.ts';
import { readRawTableSteps } from './read-raw-table.ts';
import type { OpenedSource } from './source.ts';
import type { ReadTable, SourceFile, TableRole } from './table.ts';

/** What a table's records are to be made of, beside the opened table itself. */
export interface ReadSourceRequest {
  /** The file opened, first, and those that belong to it. */
  readonly files: readonly SourceFile[];
  /** Absent: told from the columns. */
  readonly role?: TableRole;
  /** Declared coordinate system, e.g. `GCJ-02` or `EPSG:4528`; absent: as the file states or implies. */
  readonly crs?: string;
}

/**
 * Makes records of an opened table, with a report every few hundred rows. `table` is null when nothing of it can be used;
 * every problem, those of opening included, is among the issues. The hash is of all files' bytes, in their order.
 */
export function* readSourceSteps(opened: OpenedSource, { files, role, crs }: ReadSourceRequest): Steps<ReadTable> {
  const sha256 = sha256Hex(...files.map(({ bytes }) => bytes));
  const file = files[0]!;
  yield { stage: 'reading', done: 0, total: file.bytes.length };
  const { raw, issues } = opened;
  const where: IssuePlace = role === undefined ? { file: file.name } : { input: role, file: file.name };
  const unusable = (more: readonly Issue[]): ReadTable => ({
    table: null,
    rows: raw?.rows.length ?? 0,
    sha256,
    issues: [...issues, ...more],
  });
  if (raw === null) return unusable([]);
  const known = role ?? detectRole(raw.headers, raw.hasGeometries);
  if (known === null) return unusable([issue('role_unknown', where, { found: raw.headers })]);
  const read = yield* readRawTableSteps(raw, known, crs, { input: known, file: file.name });
  return {
    table: read.table,
    rows: raw.rows.length,
    sha256,
    issues: [...issues.map((found) => ({ ...found, where: { ...found.where, input: known } })), ...read.issues],
  };
}
