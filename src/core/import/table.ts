import type { Issue } from '../issue.ts';
import type { Area, Candidate, Facility, PopulationGrid, Unit } from '../plan/plan.ts';

/** What a table can turn out to be. */
export type Table =
  | { readonly role: 'areas'; readonly records: readonly Area[] }
  | { readonly role: 'facilities'; readonly records: readonly Facility[] }
  | { readonly role: 'units'; readonly records: readonly Unit[] }
  | { readonly role: 'candidates'; readonly records: readonly Candidate[] }
  | { readonly role: 'population'; readonly records: PopulationGrid };

export type TableRole = Table['role'];

/** A file's bytes and the name it came under. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A table that was read: null when the file is unusable as a whole (the issues say why). */
export interface ReadTable {
  readonly table: Table | null;
  /** Data rows found, skipped ones included. */
  readonly rows: number;
  readonly sha256: string;
  /** Canonical columns that the file has; empty where the table is unusable. */
  readonly columns: readonly string[];
  readonly issues: readonly Issue[];
}
