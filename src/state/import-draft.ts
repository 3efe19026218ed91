import type { ReadReport, SourceReport } from '../analysis/api.ts';
import type { MappingGuess } from '../core/import/guess-mapping.ts';
import { NO_MAPPING, type ImportMapping } from '../core/import/mapping.ts';
import type { Merge, MergeRule } from '../core/import/merge-table.ts';
import type { SourceChoice } from '../core/import/source.ts';
import type { Table } from '../core/import/table.ts';
import type { InputRole, Issue } from '../core/issue.ts';

/** What the person has said about a file that does not say it itself: enough to read it again the same way. */
export interface Declaration {
  readonly role: InputRole | null;
  readonly crs: string | null;
  /** Sheet or layer, header row, encoding. */
  readonly choice: SourceChoice;
  /** Null: columns are told by their headers. */
  readonly mapping: ImportMapping | null;
  /** Null: in the place of what the same file brought before, merged by id with what others brought. */
  readonly merge: MergeRule | null;
  /** From which age its elders are counted, where the plan is to follow it. */
  readonly elderAge: number | null;
}

export const NOTHING_DECLARED: Declaration = {
  role: null,
  crs: null,
  choice: {},
  mapping: null,
  merge: null,
  elderAge: null,
};

/** What must be settled, in the order in which one thing needs the other. */
export const IMPORT_STEPS = ['file', 'place', 'columns', 'values', 'check', 'merge'] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

/** What reading a file the declared way gives: nothing is in the plan yet. */
export interface DraftReading {
  readonly report: ReadReport;
  /** Null: nothing of it can be used this way. */
  readonly table: Table | null;
  readonly merge: Merge | null;
}

/** A file on its way into the plan, while the person looks at it. */
export interface ImportDraft {
  readonly key: number;
  /** The file, first, and those that belong to it. */
  readonly files: readonly File[];
  /** What the file holds; null: it is being opened. */
  readonly source: SourceReport | null;
  readonly declared: Declaration;
  /** Canonical columns whose header is only likely. */
  readonly likely: readonly string[];
  /** Whether the mapping was used before, on another file with these headers. */
  readonly remembered: boolean;
  /** Why it cannot be opened at all. */
  readonly refused: readonly Issue[];
  /** By the declaration that it was read by; null: it is being read, or cannot be yet. */
  readonly reading: DraftReading | null;
  readonly step: ImportStep;
  /** Ends what is being read for it. */
  readonly controller: AbortController;
}

/** Problems that one step puts right, by code. */
const STEP_OF: Readonly<Record<string, ImportStep>> = {
  role_unknown: 'file',
  layer_assumed: 'file',
  layer_unknown: 'file',
  header_row_found: 'file',
  header_row_invalid: 'file',
  encoding_damaged: 'file',
  encoding_unsure: 'file',
  encoding_contradicted: 'file',
  crs_unresolved: 'place',
  crs_unknown: 'place',
  crs_not_degrees: 'place',
  crs_mismatch: 'place',
  crs_without_datum_shift: 'place',
  local_grid_invalid: 'place',
  local_grid_fitted: 'place',
  local_grid_unchecked: 'place',
  local_grid_swapped: 'place',
  column_missing: 'columns',
  value_unknown: 'values',
  merge_unmatched: 'merge',
  merge_ambiguous: 'merge',
};

/** Where a problem of the file is put right: unless another step is for it, at its cell. */
export function stepOfIssue({ code }: Issue): ImportStep {
  return STEP_OF[code] ?? 'check';
}

/** Everything known to be wrong with a draft as it stands. */
export function issuesOfDraft({ source, reading, refused }: ImportDraft): readonly Issue[] {
  if (reading) return [...reading.report.issues, ...(reading.merge?.issues ?? [])];
  return [...refused, ...(source?.issues ?? [])];
}

/** Where to begin: at the first thing that is wrong, else at what is only likely. */
export function firstStep(draft: ImportDraft): ImportStep {
  const wrong = IMPORT_STEPS.find((step) => problemsOfStep(draft, step).errors > 0);
  const { source, declared } = draft;
  if (wrong !== undefined) return wrong;
  if (source === null || declared.role === null || source.layers.filter(({ rows }) => rows !== 0).length > 1)
    return 'file';
  if (source.encoding?.certain === false) return 'file';
  return draft.remembered ? 'check' : 'columns';
}

/** How many problems a step could put right, the worst kind first. */
export function problemsOfStep(draft: ImportDraft, step: ImportStep): { errors: number; warnings: number } {
  const mine = issuesOfDraft(draft).filter((issue) => stepOfIssue(issue) === step);
  const errors = mine.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: mine.filter(({ severity }) => severity === 'warning').length };
}

/** Whether there is anything a person could settle: a file that cannot be opened only says why. */
export function canBeSettled({ source, refused }: ImportDraft): boolean {
  if (source === null) return refused.length === 0;
  return source.profiles.length > 0 || source.layers.length > 1;
}

/** Whether a draft can go into the plan as it stands. */
export function isReady({ reading, declared }: ImportDraft): boolean {
  if (declared.role === 'streets') return true;
  return reading !== null && reading.table !== null && reading.merge !== null && !isEmptyMerge(reading.merge);
}

function isEmptyMerge({ added, changed, unchanged, removed }: Merge): boolean {
  return added + changed.length + unchanged + removed === 0;
}

/** The mapping in use: the person's, or what the headers and values seem to say. */
export function mappingInUse(draft: ImportDraft): ImportMapping {
  return draft.declared.mapping ?? guessOf(draft)?.mapping ?? NO_MAPPING;
}

/** What the columns may be for the table that the draft is; null: that is not known, or it is no table. */
export function guessOf({ source, declared }: ImportDraft): MappingGuess | null {
  const role = declared.role ?? source?.role ?? null;
  return source === null || role === null || role === 'streets' ? null : source.guesses[role];
}
