import { KNOWN_CRS } from '../geo/crs.ts';
import { crsIssues } from '../geo/crs-issues.ts';
import { geoPackageSrs } from '../geo/crs-wkt.ts';
import type { SourceHost } from '../import/source.ts';
import type { TableRole } from '../import/table.ts';
import { issue, type Issue } from '../issue.ts';
import type { Plan } from '../plan/plan.ts';
import type { IsoDate } from '../units.ts';
import type { ExportRequest } from './export-request.ts';
import type { ExportColumn, ExportedFile, ExportLanguage, ExportTable } from './export-table.ts';
import { listWords } from './export-words.ts';
import { flatTable } from './flat-table.ts';
import { tableRows } from './table-rows.ts';
import { writeCsv } from './write-csv.ts';
import { writeGeojson } from './write-geojson.ts';
import { writeGeopackage } from './write-geopackage.ts';
import { writeShapefiles } from './write-shapefiles.ts';
import { MOST_CELL_CHARACTERS, MOST_SHEET_ROWS, writeWorkbook, type Sheet } from './write-workbook.ts';
import { zipFiles } from './zip-files.ts';

export interface TableExport {
  /** Named for its table, or `tables`. Null: nothing can be written as asked, the issues say why. */
  readonly file: ExportedFile | null;
  readonly issues: readonly Issue[];
}

/**
 * Tables of the plan as one file: a workbook, a GeoPackage, a zip of Shapefiles; CSV or GeoJSON, several of them in a zip.
 * Tables without rows are left out, and that is said. No file is written where the coordinate system has no EPSG code (GCJ-02,
 * BD-09, a local grid: no other program would know it), or where a place lies outside its range. `pause` is waited for
 * between the parts of the work: it may report them, and end the work by throwing.
 */
export async function exportTables(
  plan: Plan,
  { roles, format, crs, language, on }: ExportRequest,
  host: SourceHost,
  pause: (done: number, total: number) => Promise<void> = async () => {},
): Promise<TableExport> {
  if (geoPackageSrs(crs) === null) {
    return { file: null, issues: [issue('export_crs_unsupported', {}, { found: crs.name, expected: KNOWN_CRS })] };
  }
  const issues: Issue[] = [...crsIssues(crs, {})];
  const tables: ExportTable[] = [];
  for (const [i, role] of roles.entries()) {
    // oxlint-disable-next-line eslint/no-await-in-loop -- a breath between two tables
    await pause(i, roles.length + 1);
    const { table, issues: found } = tableRows(plan, role, { language, crs });
    issues.push(...found);
    if (table.rows.length === 0) issues.push(issue('export_table_empty', { input: role }));
    else tables.push(table);
  }
  const isOutside = issues.some(({ code }) => code === 'export_outside_crs');
  if (isOutside || tables.length === 0) return { file: null, issues };
  await pause(roles.length, roles.length + 1);
  switch (format) {
    case 'geojson': {
      const files = tables.map((table) => textFile(`${table.name}.geojson`, writeGeojson(table)));
      return { file: oneFile(files, on), issues };
    }
    case 'csv': {
      const flat = tables.map((table) => ({ name: table.name, ...flatTable(table, language) }));
      const files = flat.map((table) => textFile(`${table.name}.csv`, writeCsv(table)));
      return { file: oneFile(files, on), issues: [...issues, ...flat.flatMap((one) => one.issues)] };
    }
    case 'xlsx': {
      const long = tables.filter(({ rows }) => rows.length > MOST_SHEET_ROWS);
      if (long.length > 0) {
        const tooMany = long.map(({ role, rows }) =>
          issue('export_rows_too_many', { input: role }, { found: rows.length, limit: MOST_SHEET_ROWS }),
        );
        return { file: null, issues: [...issues, ...tooMany] };
      }
      const sheets = tables.map((table) => sheetOf(table, language));
      const bytes = await writeWorkbook(
        sheets.map(({ sheet }) => sheet),
        on,
      );
      return { file: { name: 'tables.xlsx', bytes }, issues: [...issues, ...sheets.flatMap((one) => one.issues)] };
    }
    case 'gpkg': {
      const { bytes, issues: found } = await writeGeopackage(tables, on, host);
      return { file: { name: 'tables.gpkg', bytes }, issues: [...issues, ...found] };
    }
    default: {
      const { bytes, issues: found } = writeShapefiles(tables, language, on);
      return { file: { name: 'tables.zip', bytes }, issues: [...issues, ...found] };
    }
  }
}

function oneFile(files: readonly ExportedFile[], on: IsoDate): ExportedFile {
  return files.length === 1 ? files[0]! : { name: 'tables.zip', bytes: zipFiles(files, on) };
}

function textFile(name: string, text: string): ExportedFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** A table as a sheet. What is longer than a cell may be is left out whole, and is among the issues. */
function sheetOf(table: ExportTable, language: ExportLanguage): { sheet: Sheet; issues: Issue[] } {
  const { columns, rows, issues } = flatTable(table, language);
  const found: Issue[] = [...issues];
  const lines = rows.map(({ id, cells }) =>
    cells.map((cell, i) => {
      if (typeof cell !== 'string' || cell.length <= MOST_CELL_CHARACTERS) return cell;
      const where = { input: table.role, id, column: columns[i]!.header };
      found.push(issue('export_cell_left_out', where, { found: cell.length, limit: MOST_CELL_CHARACTERS }));
      return undefined;
    }),
  );
  return {
    sheet: {
      name: table.name,
      columns: columns.map((column) => sheetColumn(table.role, column, language)),
      rows: lines,
    },
    issues: found,
  };
}

function sheetColumn(
  role: TableRole,
  { header, kind, canonical }: ExportColumn,
  language: ExportLanguage,
): Sheet['columns'][number] {
  const words = canonical === null ? null : listWords(role, canonical, language);
  return {
    header,
    kind,
    ...(words === null ? {} : { words: [...words.values()] }),
    ...(canonical === 'wkt' ? { width: 24 } : {}),
  };
}
