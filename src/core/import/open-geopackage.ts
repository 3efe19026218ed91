import type { Database, SqlJsStatic, SqlValue } from 'sql.js';
import { issue, type IssuePlace } from '../issue.ts';
import { chooseLayer } from './choose-layer.ts';
import type { RawRow } from './raw-table.ts';
import { readWkb } from './read-wkb.ts';
import { refuseSource } from './refuse-source.ts';
import { UNOPENED, type OpenedSource, type SourceChoice, type SourceHost, type SourceLayer } from './source.ts';

/** Bytes: the whole file is copied into SQLite's own memory. */
const MOST_BYTES = 500_000_000;
/** Rows of one layer: more do not fit into a browser tab as records. */
const MOST_ROWS = 2_000_000;

interface Layer extends SourceLayer {
  readonly geometryColumn: string | null;
  readonly srsId: number | null;
}

/** Opens a GeoPackage (OGC 12-128r19): its feature layers and attribute tables. */
export async function openGeopackage(
  bytes: Uint8Array,
  choice: SourceChoice,
  host: SourceHost,
  where: IssuePlace,
): Promise<OpenedSource> {
  if (bytes.length > MOST_BYTES) {
    return refuseSource('geopackage', issue('file_too_large', where, { found: bytes.length, limit: MOST_BYTES }));
  }
  const sqlite = await loadSqlite(host);
  let database: Database | null = null;
  try {
    database = new sqlite.Database(bytes);
    const layers = layersOf(database);
    if (layers === null) return refuseSource('geopackage', issue('file_unsupported', where, { found: 'SQLite' }));
    if (layers.length === 0) return refuseSource('geopackage', issue('layers_missing', where));
    const { layer, issues } = chooseLayer(layers, choice.layer, where);
    const listed = layers.map(({ name, rows, hasGeometries }) => ({ name, rows, hasGeometries }));
    if (layer === null) return { ...refuseSource('geopackage', ...issues), layers: listed };
    if ((layer.rows ?? 0) > MOST_ROWS) {
      const tooMany = issue('rows_too_many', where, { found: layer.rows, limit: MOST_ROWS });
      return { ...refuseSource('geopackage', tooMany), layers: listed, layer: layer.name };
    }
    const statedCrs = layer.hasGeometries ? srsOf(database, layer.srsId) : null;
    const raw = {
      ...tableOf(database, layer),
      statedCrs,
      crsOpen: layer.hasGeometries && statedCrs === null,
      hasGeometries: layer.hasGeometries,
    };
    return { ...UNOPENED, format: 'geopackage', layers: listed, layer: layer.name, raw, issues };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    const locked = /file is not a database|encrypted/.test(found);
    return refuseSource(
      'geopackage',
      issue('file_damaged', where, { found: locked ? 'SQLite' : found, format: 'GeoPackage' }),
    );
  } finally {
    database?.close();
  }
}

async function loadSqlite(host: SourceHost): Promise<SqlJsStatic> {
  const { default: initialise } = await import('sql.js/dist/sql-wasm-browser.js');
  const wasmBinary = await host.sqliteWasm();
  // Its types ask for an ArrayBuffer, its code takes bytes too.
  return initialise({ wasmBinary: new Uint8Array(wasmBinary).buffer });
}

/** Null: it is SQLite, but no GeoPackage. */
function layersOf(database: Database): Layer[] | null {
  const tables = new Set(column(database, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"));
  if (!tables.has('gpkg_contents')) return null;
  const geometry = tables.has('gpkg_geometry_columns')
    ? rowsOf(database, 'SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns')
    : [];
  const contents = rowsOf(
    database,
    "SELECT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes', 'aspatial') ORDER BY rowid",
  );
  return contents.flatMap(([name]) => {
    if (typeof name !== 'string' || !tables.has(name) || !isFinite(database, name)) return [];
    const found = geometry.find(([table]) => table === name);
    const [[rows] = [0]] = rowsOf(database, `SELECT count(*) FROM ${quoted(name)}`);
    return [
      {
        name,
        rows: Number(rows),
        hasGeometries: found !== undefined,
        geometryColumn: found ? String(found[1]) : null,
        srsId: found ? Number(found[2]) : null,
      },
    ];
  });
}

/** A view may be a query that never ends; those that call themselves are not asked. */
function isFinite(database: Database, name: string): boolean {
  const [sql] = column(database, 'SELECT sql FROM sqlite_master WHERE name = ?', [name]);
  return typeof sql !== 'string' || !/\bRECURSIVE\b/i.test(sql);
}

/** What the library's types leave out: whole numbers beyond what script holds exactly come as `bigint`. */
interface ExactStatement {
  get(parameters: null, how: { useBigInt: true }): (SqlValue | bigint)[];
}

function tableOf(database: Database, { name, geometryColumn }: Layer): { headers: string[]; rows: RawRow[] } {
  const statement = database.prepare(`SELECT * FROM ${quoted(name)}`);
  try {
    const names = statement.getColumnNames();
    const geometryAt = geometryColumn === null ? -1 : names.indexOf(geometryColumn);
    const rows: RawRow[] = [];
    while (statement.step()) {
      const values = (statement as unknown as ExactStatement).get(null, { useBigInt: true });
      const geometry = values[geometryAt];
      rows.push({
        number: rows.length + 1,
        cells: values.flatMap((value, i) => (i === geometryAt ? [] : [cellOf(value)])),
        shape: geometryAt < 0 ? { kind: 'columns' } : { kind: 'geojson', geometry: geometryOf(geometry) },
      });
    }
    return { headers: names.filter((_, i) => i !== geometryAt), rows };
  } finally {
    statement.free();
  }
}

function cellOf(value: SqlValue | bigint | undefined): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value.toString();
  }
  return value instanceof Uint8Array ? `[${value.length} B]` : (value ?? undefined);
}

/** Bytes of the envelope that a geometry blob's flags announce. */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64];

function geometryOf(blob: SqlValue | bigint | undefined): unknown {
  if (blob === null || blob === undefined) return null;
  if (!(blob instanceof Uint8Array) || blob[0] !== 0x47 || blob[1] !== 0x50) return { damaged: 'GeoPackage geometry' };
  const flags = blob[3] ?? 0;
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 7];
  if (envelope === undefined || flags & 0x20) return { damaged: 'GeoPackage geometry' };
  return flags & 0x10 ? null : readWkb(blob.subarray(8 + envelope));
}

/** The system of a layer as the file states it: authority and code, else its definition. −1 and 0 say that it is unknown. */
function srsOf(database: Database, srsId: number | null): string | null {
  if (srsId === null || srsId === -1 || srsId === 0) return null;
  const [row] = rowsOf(
    database,
    'SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?',
    [srsId],
  );
  if (!row) return `EPSG:${srsId}`;
  const [organization, code, definition] = row;
  if (typeof organization === 'string' && /^epsg$/i.test(organization)) return `EPSG:${Number(code)}`;
  return typeof definition === 'string' && definition !== '' && definition !== 'undefined' ? definition : null;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function rowsOf(database: Database, sql: string, parameters: SqlValue[] = []): SqlValue[][] {
  return database.exec(sql, parameters)[0]?.values ?? [];
}

function column(database: Database, sql: string, parameters: SqlValue[] = []): SqlValue[] {
  return rowsOf(database, sql, parameters).map(([value]) => value ?? null);
}
