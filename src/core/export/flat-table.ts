import { inDegrees, type Crs } from '../geo/crs.ts';
import { PLACE_COLUMNS } from '../import/columns.ts';
import type { SourceShape } from '../import/read-shape.ts';
import type { Issue } from '../issue.ts';
import { writeWkt } from '../geo/write-wkt.ts';
import type { ExportColumn, ExportLanguage, ExportRow, ExportTable, ExportValue } from './export-table.ts';
import { spellingsOf } from './export-words.ts';
import { freePlaceNames } from './free-place-names.ts';

/** A table whose places stand in columns: cells only. */
export interface FlatTable {
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly ExportValue[] }[];
  readonly issues: readonly Issue[];
}

/**
 * The table with its places in columns after the canonical ones: `lon` and `lat` where all are points in degrees, else `wkt`,
 * which says its system itself (`SRID=4528;`) where that is none of WGS84's and CGCS2000's degrees. Nothing where no row has a place.
 * Other columns that would be taken for places are renamed.
 */
export function flatTable(given: ExportTable, language: ExportLanguage): FlatTable {
  const { table, issues } = freePlaceNames(given);
  const places = placesOf(table, language);
  const known = table.columns.filter(({ canonical }) => canonical !== null).length;
  return {
    columns: table.columns.toSpliced(known, 0, ...places.columns),
    rows: table.rows.map((row) => ({ id: row.id, cells: row.cells.toSpliced(known, 0, ...places.cellsOf(row)) })),
    issues,
  };
}

function placesOf(
  { crs, rows }: ExportTable,
  language: ExportLanguage,
): { columns: ExportColumn[]; cellsOf: (row: ExportRow) => ExportValue[] } {
  const shapes = rows.flatMap(({ shape }) => shape ?? []);
  if (shapes.length === 0) return { columns: [], cellsOf: () => [] };
  const column = (name: string, kind: ExportColumn['kind']): ExportColumn => {
    const known = PLACE_COLUMNS.find((one) => one.name === name)!;
    return { header: name === 'wkt' ? name : spellingsOf(known, language)[0]!, canonical: name, kind };
  };
  if (isDegrees(crs) && shapes.every(({ type }) => type === 'Point')) {
    return {
      columns: [column('lon', 'number'), column('lat', 'number')],
      cellsOf: ({ shape }) => (shape?.type === 'Point' ? shape.coordinates : [undefined, undefined]),
    };
  }
  const srid = isDegrees(crs) ? '' : `SRID=${crs.name.slice('EPSG:'.length)};`;
  return {
    columns: [column('wkt', 'text')],
    cellsOf: ({ shape }: { shape: SourceShape | null }) => [shape === null ? undefined : `${srid}${writeWkt(shape)}`],
  };
}

/** Degrees that reading takes for what they are without a word. */
function isDegrees(crs: Crs): boolean {
  return inDegrees(crs) && (crs.name === 'EPSG:4326' || crs.name === 'EPSG:4490');
}
