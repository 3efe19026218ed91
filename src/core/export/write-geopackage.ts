import type { Database } from 'sql.js';
import { WGS84 } from '../geo/crs.ts';
import { geoPackageSrs, type GeoPackageSrs } from '../geo/crs-wkt.ts';
import { loadSqlite } from '../import/load-sqlite.ts';
import { quotedName } from '../import/quoted-name.ts';
import type { SourceShape } from '../import/read-shape.ts';
import type { SourceHost } from '../import/source.ts';
import { issue, type Issue } from '../issue.ts';
import type { IsoDate } from '../units.ts';
import type { ExportColumn, ExportTable, ExportValue } from './export-table.ts';
import { freePlaceNames } from './free-place-names.ts';
import { boxOf } from './shape-box.ts';
import { CASELESS, uniqueName } from './unique-name.ts';
import { writeWkb } from './write-wkb.ts';

/** “GPKG”, and the version 1.3 of OGC 12-128r17. */
const APPLICATION_ID = 0x47504b47;
const USER_VERSION = 10300;

const SCHEMA = `
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
`;

const TYPES = {
  text: 'TEXT',
  number: 'REAL',
  integer: 'INTEGER',
  day: 'DATE',
  boolean: 'BOOLEAN',
} as const satisfies Record<ExportColumn['kind'], string>;

/**
 * Tables as a GeoPackage (OGC 12-128r17): a feature layer each, or a table of attributes where no row has a place. Without
 * a spatial index, which the build of SQLite here cannot write and readers do without. Columns that SQLite would not tell
 * apart are renamed, and that is among the issues.
 */
export async function writeGeopackage(
  tables: readonly ExportTable[],
  on: IsoDate,
  host: SourceHost,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; issues: Issue[] }> {
  const sqlite = await loadSqlite(host);
  const database = new sqlite.Database();
  try {
    database.run(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${USER_VERSION}; ${SCHEMA}`);
    addSystem(database, { name: 'Undefined Cartesian', organization: 'NONE', code: -1, definition: 'undefined' });
    addSystem(database, { name: 'Undefined geographic', organization: 'NONE', code: 0, definition: 'undefined' });
    const systems = new Map([WGS84, ...tables.map(({ crs }) => crs)].map((crs) => [crs.name, geoPackageSrs(crs)!]));
    for (const system of systems.values()) addSystem(database, system);
    const issues = tables.flatMap((table) => addTable(database, table, systems.get(table.crs.name)!.code, on));
    // A copy: the library's own bytes lie in the memory of its WebAssembly.
    return { bytes: new Uint8Array(database.export()), issues };
  } finally {
    database.close();
  }
}

type System = Omit<GeoPackageSrs, 'organization'> & { readonly organization: string };

function addSystem(database: Database, { name, organization, code, definition }: System): void {
  database.run('INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)', [
    name,
    code,
    organization,
    code,
    definition,
  ]);
}

function addTable(database: Database, table: ExportTable, srsId: number, on: IsoDate): Issue[] {
  const shapes = table.rows.flatMap(({ shape }) => shape ?? []);
  const box = boxOf(shapes);
  const free = box === null ? freePlaceNames(table) : { table, issues: [] };
  const { role, name, rows, columns } = free.table;
  const taken = new Set<string>();
  const names = columns.map(({ header }) => uniqueName(header, taken, CASELESS));
  // The names that reading knows for what is no column of the table.
  const fid = ['fid', 'ogc_fid'].find((one) => !taken.has(one)) ?? uniqueName('fid', taken, CASELESS);
  taken.add(fid);
  const geom = box && uniqueName('geom', taken, CASELESS);
  const defined = [
    `${quotedName(fid)} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL`,
    ...(geom === null ? [] : [`${quotedName(geom)} ${typeOf(shapes)}`]),
    ...columns.map(({ kind }, i) => `${quotedName(names[i]!)} ${TYPES[kind]}`),
  ];
  database.run(`CREATE TABLE ${quotedName(name)} (${defined.join(', ')})`);
  database.run('INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
    name,
    geom === null ? 'attributes' : 'features',
    name,
    '',
    `${on}T00:00:00.000Z`,
    ...(box ?? [null, null, null, null]),
    geom === null ? null : srsId,
  ]);
  if (geom !== null) {
    database.run('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)', [name, geom, typeOf(shapes), srsId]);
  }
  const filled = [...(geom === null ? [] : [geom]), ...names];
  const insert = database.prepare(
    `INSERT INTO ${quotedName(name)} (${filled.map(quotedName).join(', ')}) VALUES (${filled.map(() => '?').join(', ')})`,
  );
  try {
    database.run('BEGIN');
    for (const { shape, cells } of rows) {
      const place = geom === null ? [] : [shape && geometryBlob(shape, srsId)];
      insert.run([...place, ...cells.map(sqlValue)]);
    }
    database.run('COMMIT');
  } finally {
    insert.free();
  }
  const renamed = columns.map(({ header }) => header).filter((header, i) => header !== names[i]);
  const used = names.filter((one, i) => one !== columns[i]!.header);
  if (renamed.length === 0) return free.issues;
  return [...free.issues, issue('export_columns_renamed', { input: role }, { found: renamed, used })];
}

function typeOf(shapes: readonly SourceShape[]): string {
  const types = new Set(shapes.map(({ type }) => type));
  return types.size === 1 ? [...types][0]!.toUpperCase() : 'GEOMETRY';
}

function sqlValue(value: ExportValue): string | number | null {
  return typeof value === 'boolean' ? Number(value) : (value ?? null);
}

/** Little-endian, with an envelope of X and Y but for points. */
function geometryBlob(shape: SourceShape, srsId: number): Uint8Array {
  const wkb = writeWkb(shape);
  const box = shape.type === 'Point' ? [] : boxOf([shape])!;
  const headBytes = 8 + box.length * 8;
  const blob = new Uint8Array(headBytes + wkb.length);
  const view = new DataView(blob.buffer);
  blob.set([0x47, 0x50, 0, box.length === 0 ? 0b01 : 0b11]);
  view.setInt32(4, srsId, true);
  // In the order minx, maxx, miny, maxy.
  for (const [i, from] of box.length === 0 ? [] : [0, 2, 1, 3].entries()) view.setFloat64(8 + i * 8, box[from]!, true);
  blob.set(wkb, headBytes);
  return blob;
}
