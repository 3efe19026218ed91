import { esriWkt } from '../geo/crs-wkt.ts';
import { issue, type Issue } from '../issue.ts';
import type { IsoDate } from '../units.ts';
import { dbfNames } from './dbf-names.ts';
import type { ExportColumn, ExportedFile, ExportLanguage, ExportRow, ExportTable } from './export-table.ts';
import { SHAPE_WORDS } from './export-words.ts';
import { freePlaceNames } from './free-place-names.ts';
import { writeDbf } from './write-dbf.ts';
import { writeShp } from './write-shp.ts';
import { zipFiles } from './zip-files.ts';

type Kind = 'points' | 'polygons';

/**
 * Tables as Shapefiles in a zip: UTF-8, each with its `.cpg` and `.prj`. A Shapefile holds shapes of one kind, so a table with
 * points and polygons becomes two; rows without a place go with the polygons, and a table without any place is its `.dbf`
 * alone. `fields.txt` says which column a field is where its name had to be shortened. Renamed columns and text that did
 * not fit are among the issues.
 */
export function writeShapefiles(
  tables: readonly ExportTable[],
  language: ExportLanguage,
  on: IsoDate,
): { bytes: Uint8Array<ArrayBuffer>; issues: Issue[] } {
  const files: ExportedFile[] = [];
  const issues: Issue[] = [];
  const shortened: string[] = [];
  for (const table of tables) {
    for (const [i, { name, kind, columns, rows, issues: found = [] }] of layersOf(table, language).entries()) {
      issues.push(...found);
      const names = dbfNames(table.role, columns, language);
      const { dbf, cuts } = writeDbf(
        columns.map(({ kind: type }, at) => ({ name: names[at]!, kind: type })),
        rows.map(({ cells }) => cells),
        on,
      );
      files.push({ name: `${name}.dbf`, bytes: dbf }, { name: `${name}.cpg`, bytes: encode('UTF-8') });
      if (kind !== null) {
        const { shp, shx } = writeShp(
          kind,
          rows.map(({ shape }) => shape),
        );
        files.push(
          { name: `${name}.shp`, bytes: shp },
          { name: `${name}.shx`, bytes: shx },
          { name: `${name}.prj`, bytes: encode(esriWkt(table.crs)!) },
        );
      }
      const changed = columns.flatMap(({ header }, at) =>
        header === names[at] ? [] : [{ header, field: names[at]! }],
      );
      shortened.push(...changed.map(({ header, field }) => `${name}\t${field}\t${header}`));
      // Two layers of one table have the same fields.
      if (i === 0) issues.push(...renameIssue(table, changed));
      for (const { row, column, bytes } of cuts) {
        const where = { input: table.role, id: rows[row]!.id, column: columns[column]!.header };
        issues.push(issue('export_text_cut', where, { found: bytes, limit: 254 }));
      }
    }
  }
  if (shortened.length > 0) {
    const text = `\uFEFFfile\tfield\tcolumn\r\n${shortened.join('\r\n')}\r\n`;
    files.push({ name: 'fields.txt', bytes: encode(text) });
  }
  return { bytes: zipFiles(files, on), issues };
}

interface Layer {
  readonly name: string;
  readonly kind: Kind | null;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly ExportRow[];
  readonly issues?: readonly Issue[];
}

function layersOf(table: ExportTable, language: ExportLanguage): Layer[] {
  const { name, columns, rows } = table;
  const points = rows.filter(({ shape }) => shape?.type === 'Point');
  const polygons = rows.filter(({ shape }) => shape !== null && shape.type !== 'Point');
  const nowhere = rows.filter(({ shape }) => shape === null);
  if (nowhere.length === rows.length) {
    // Without shapes of its own a table is searched for columns of places.
    const free = freePlaceNames(table);
    return [{ name, kind: null, columns: free.table.columns, rows, issues: free.issues }];
  }
  if (polygons.length === 0) return [{ name, kind: 'points', columns, rows }];
  if (points.length === 0) return [{ name, kind: 'polygons', columns, rows }];
  const words = SHAPE_WORDS[language];
  return [
    {
      name: `${name}_${words.polygons}`,
      kind: 'polygons',
      columns,
      rows: rows.filter(({ shape }) => shape?.type !== 'Point'),
    },
    { name: `${name}_${words.points}`, kind: 'points', columns, rows: points },
  ];
}

function renameIssue(
  { role }: ExportTable,
  changed: readonly { readonly header: string; readonly field: string }[],
): Issue[] {
  if (changed.length === 0) return [];
  const detail = { found: changed.map(({ header }) => header), used: changed.map(({ field }) => field) };
  return [issue('export_columns_renamed', { input: role }, detail)];
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
