import { issue, type Issue, type IssuePlace } from '../issue.ts';
import type { Steps } from '../progress.ts';
import { sha256Hex } from '../sha256.ts';
import { applyMapping } from './apply-mapping.ts';
import { detectRole } from './detect-role.ts';
import type { ImportMapping } from './mapping.ts';
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
  /** What the columns mean, where a person settled that; absent: told from the headers. */
  readonly mapping?: ImportMapping;
}

/**
 * Makes records of an opened table, with a report every few hundred rows. `table` is null when nothing of it can be used;
 * every problem, those of opening included, is among the issues. The hash is of all files' bytes, in their order.
 */
export function* readSourceSteps(
  opened: OpenedSource,
  { files, role, crs, mapping }: ReadSourceRequest,
): Steps<ReadTable> {
  const sha256 = sha256Hex(...files.map(({ bytes }) => bytes));
  const file = files[0]!;
  yield { stage: 'reading', done: 0, total: file.bytes.length };
  const { raw, issues } = opened;
  const where: IssuePlace = role === undefined ? { file: file.name } : { input: role, file: file.name };
  const unusable = (more: readonly Issue[]): ReadTable => ({
    table: null,
    rows: raw?.rows.length ?? 0,
    sha256,
    columns: [],
    issues: [...issues, ...more],
  });
  if (raw === null) return unusable([]);
  const known = role ?? detectRole(raw.headers, raw.hasGeometries);
  if (known === null) return unusable([issue('role_unknown', where, { found: raw.headers })]);
  const placed: IssuePlace = { input: known, file: file.name };
  const meant = mapping ? applyMapping(raw, known, mapping, placed) : { raw, issues: [] };
  const read = yield* readRawTableSteps(meant.raw, known, crs, placed);
  return {
    table: read.table,
    rows: raw.rows.length,
    sha256,
    columns: read.columns,
    issues: [
      ...issues.map((found) => ({ ...found, where: { ...found.where, input: known } })),
      ...meant.issues,
      ...read.issues,
    ],
  };
}
