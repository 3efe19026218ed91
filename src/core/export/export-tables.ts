import { KNOWN_CRS } from '../geo/crs.ts';
import { crsIssues } from '../geo/crs-issues.ts';
import { geoPackageSrs } from '../geo/crs-wkt.ts';
import type { SourceHost } from '../import/source.ts';
import type { TableRole } from '../import/table.ts';
import { issue, type Issue } from '../issue.ts';
import type { Plan } from '../plan/plan.ts';
import type { ExportRequest } from './export-request.ts';
import type { ExportColumn, ExportedFile, ExportLanguage, ExportTable } from './export-table.ts';
import { listWords } from './export-words.ts';
import { flatTable } from './flat-table.ts';
import { tableRows } from './table-rows.ts';
import { writeCsv } from './write-csv.ts';
import { writeGeojson } from './write-geojson.ts';
import { writeGeopackage } from './write-geopackage.ts';
import { writeShapefiles } from './write-shapefiles.ts';
import { MOST_CELL_CHARACTERS, writeWorkbook, type Sheet } from './write-workbook.ts';

/** Every file is named for its table, or `tables` where it holds them all. */
export interface TableExport {
  /** Null: nothing can be written as asked, the issues say why. */
  readonly files: readonly ExportedFile[] | null;
  readonly issues: readonly Issue[];
}

/**
 * Tables of the plan as files. CSV and GeoJSON hold one table each, a workbook, a GeoPackage and a zip of Shapefiles hold
 * all. Tables without rows are left out, and that is said. No file is written where the coordinate system has no EPSG
 * code (GCJ-02, BD-09, a local grid: no other program would know it), or where a place lies outside its range.
 */
export async function exportTables(
  plan: Plan,
  { roles, format, crs, language, on }: ExportRequest,
  host: SourceHost,
): Promise<TableExport> {
  if (geoPackageSrs(crs) === null) {
    return { files: null, issues: [issue('export_crs_unsupported', {}, { found: crs.name, expected: KNOWN_CRS })] };
  }
  const issues: Issue[] = [...crsIssues(crs, {})];
  const tables: ExportTable[] = [];
  for (const role of roles) {
    const { table, issues: found } = tableRows(plan, role, { language, crs });
    issues.push(...found);
    if (table.rows.length === 0) issues.push(issue('export_table_empty', { input: role }));
    else tables.push(table);
  }
  const isOutside = issues.some(({ code }) => code === 'export_outside_crs');
  if (isOutside || tables.length === 0) return { files: null, issues };
  switch (format) {
    case 'geojson':
      return { files: tables.map((table) => textFile(`${table.name}.geojson`, writeGeojson(table))), issues };
    case 'csv': {
      const flat = tables.map((table) => ({ table, ...flatTable(table, language) }));
      const files = flat.map(({ table, columns, rows }) => textFile(`${table.name}.csv`, writeCsv({ columns, rows })));
      return { files, issues: [...issues, ...flat.flatMap((one) => one.issues)] };
    }
    case 'xlsx': {
      const sheets = tables.map((table) => sheetOf(table, language));
      const bytes = await writeWorkbook(
        sheets.map(({ sheet }) => sheet),
        on,
      );
      return {
        files: [{ name: 'tables.xlsx', bytes }],
        issues: [...issues, ...sheets.flatMap((one) => one.issues)],
      };
    }
    case 'gpkg': {
      const { bytes, issues: found } = await writeGeopackage(tables, on, host);
      return { files: [{ name: 'tables.gpkg', bytes }], issues: [...issues, ...found] };
    }
    default: {
      const { bytes, issues: found } = writeShapefiles(tables, language, on);
      return { files: [{ name: 'tables.zip', bytes }], issues: [...issues, ...found] };
    }
  }
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
