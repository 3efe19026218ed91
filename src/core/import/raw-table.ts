/** Where a row's shape comes from, before it is looked at. */
export type RawShape =
  { readonly kind: 'none' } | { readonly kind: 'geojson'; readonly geometry: unknown } | { readonly kind: 'columns' };

/** A row as it stood in the file: its number from 1, and its cells in the order of the table's headers (absent: undefined). */
export interface RawRow {
  readonly number: number;
  readonly cells: readonly unknown[];
  readonly shape: RawShape;
  /** A GeoJSON feature's own `id` member: stands in where no column holds ids. */
  readonly ownId?: unknown;
}

/** A table as it stood in the file, whatever the file's format. */
export interface RawTable {
  readonly headers: readonly string[];
  readonly rows: readonly RawRow[];
  /** The system that the file itself names, as it names it. */
  readonly statedCrs: string | null;
  /** Whether its coordinates are in a system that it neither names nor implies, as in a Shapefile without its `.prj`. */
  readonly crsOpen?: boolean;
  /** Whether its rows carry geometries of their own, which take the place of coordinate columns. */
  readonly hasGeometries: boolean;
  /** Which position holds which canonical column, where that was settled (`applyMapping`); absent: told from the headers. */
  readonly columns?: ReadonlyMap<string, number>;
}
