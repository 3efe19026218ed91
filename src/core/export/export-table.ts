import type { Crs } from '../geo/crs.ts';
import type { SourceShape } from '../import/read-shape.ts';
import type { TableRole } from '../import/table.ts';

/** What stands in a cell; a day is `YYYY-MM-DD`, absent is unknown. */
export type ExportValue = string | number | boolean | undefined;

export interface ExportColumn {
  /** The header as it is written. */
  readonly header: string;
  /** The contract's column; null: one that the tool does not know. */
  readonly canonical: string | null;
  readonly kind: 'text' | 'number' | 'integer' | 'day' | 'boolean';
}

export interface ExportRow {
  /** Names the row in issues. */
  readonly id: string;
  /** One a column, in their order. */
  readonly cells: readonly ExportValue[];
  /** In the table's own system. */
  readonly shape: SourceShape | null;
}

/** A table of the plan, as it is to be written in any format: canonical columns first, all of them, then those unknown. */
export interface ExportTable {
  readonly role: TableRole;
  /** Of the sheet, layer or file. */
  readonly name: string;
  readonly crs: Crs;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly ExportRow[];
}

/** In whose words headers, closed lists, yes and no are written. */
export type ExportLanguage = 'zh' | 'en';

export interface ExportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
