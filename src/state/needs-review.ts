import type { SourceReport } from '../analysis/api.ts';
import type { DraftReading } from './import-draft.ts';

/** Share of rows with an error from which a file is looked at before any of it is used. */
const MANY_ERRORS = 0.2;

/**
 * Whether a person must look at a file before it goes into the plan: it cannot be read as it stands, it leaves something
 * open (which sheet, which encoding, what a column or a word means, which age its elders are), many of its rows are
 * wrong, or it would change records that other files than itself (`own`: the ids it brought before) have brought.
 */
export function needsReview(
  source: SourceReport,
  { report, table, merge }: DraftReading,
  { elderAge, own }: { readonly elderAge: number; readonly own: ReadonlySet<string> },
): boolean {
  if (table === null || merge === null || report.role === null || report.role === 'streets') return true;
  if (source.layers.filter(({ rows }) => rows !== 0).length > 1) return true;
  if (source.encoding !== null && !source.encoding.certain) return true;
  const { mapping, likely } = source.guesses[report.role];
  if (likely.length > 0 || Object.keys(mapping.values).length > 0) return true;
  const age = source.eldersFrom[mapping.columns['elders']?.[0] ?? ''];
  if (age !== undefined && age !== elderAge) return true;
  const wrong = new Set(
    report.issues.flatMap(({ severity, where }) =>
      severity === 'error' && where.row !== undefined ? [where.row] : [],
    ),
  );
  return wrong.size > MANY_ERRORS * report.rows || merge.changed.some(({ id }) => !own.has(id));
}
