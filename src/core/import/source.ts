import type { Issue } from '../issue.ts';
import type { RawTable } from './raw-table.ts';
import type { TextEncodingName } from './text-encoding.ts';

export type SourceFormat =
  | 'geojson'
  | 'csv'
  | 'xlsx'
  | 'xls'
  | 'shapefile'
  | 'dbf'
  | 'geopackage'
  | 'kml'
  | 'flatgeobuf'
  | 'geoparquet'
  | 'geotiff';

/** What a person chose where a file leaves it open. */
export interface SourceChoice {
  /** One of the names of `OpenedSource.layers`. */
  readonly layer?: string;
  /** The line that holds the headers, from 1. */
  readonly headerRow?: number;
  readonly encoding?: TextEncodingName;
}

/** One table of a file: a sheet, a layer, a file within a zip. */
export interface SourceLayer {
  readonly name: string;
  /** Data rows; null: not counted, for that would mean reading it. */
  readonly rows: number | null;
  readonly hasGeometries: boolean;
}

/** Which encoding text was read in, and how that was known. */
export interface EncodingFound {
  readonly used: TextEncodingName;
  /** A byte order mark or an XML declaration, a `.cpg` file, a DBF's language byte, the bytes themselves, or the person's word. */
  readonly from: 'mark' | 'cpg' | 'ldid' | 'evidence' | 'chosen';
  readonly certain: boolean;
  /** What else it may be, likeliest first. */
  readonly others: readonly TextEncodingName[];
}

/** A file taken apart, before it is known what its columns mean. */
export interface OpenedSource {
  /** Null: it is none of them. */
  readonly format: SourceFormat | null;
  /** One for formats that hold a single table. */
  readonly layers: readonly SourceLayer[];
  /** The one opened: the chosen, or the first with rows. */
  readonly layer: string | null;
  /** Workbooks and CSV: the line that holds the headers, from 1. */
  readonly headerRow: number | null;
  /** Text and DBF only. */
  readonly encoding: EncodingFound | null;
  /** Null: unusable, the issues say why. */
  readonly raw: RawTable | null;
  /** The first lines of a workbook or CSV as they stand, for choosing the header row. */
  readonly preview: readonly (readonly string[])[];
  readonly issues: readonly Issue[];
}

/** Of a file that could not be opened, everything but the reason. */
export const UNOPENED = {
  format: null,
  layers: [],
  layer: null,
  headerRow: null,
  encoding: null,
  raw: null,
  preview: [],
} as const satisfies Omit<OpenedSource, 'issues'>;

/** What the core cannot fetch itself. Asked for only when a file needs it. */
export interface SourceHost {
  /** The bytes of `sql.js/dist/sql-wasm-browser.wasm`. */
  sqliteWasm(): Promise<Uint8Array>;
}
