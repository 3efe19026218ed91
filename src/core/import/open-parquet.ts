import { gunzipSync } from 'fflate';
import type { FileMetaData } from 'hyparquet';
import { issue, type IssuePlace } from '../issue.ts';
import type { RawRow } from './raw-table.ts';
import { readWkb } from './read-wkb.ts';
import { refuseSource } from './refuse-source.ts';
import { UNOPENED, type OpenedSource } from './source.ts';
import type { SourceFile } from './table.ts';

/** Rows: more do not fit into a browser tab as records. */
const MOST_ROWS = 2_000_000;

/** A geometry column as the file's `geo` metadata describes it. */
interface GeoColumn {
  readonly name: string;
  readonly encoding: string;
  /** PROJJSON as text, or `OGC:CRS84` where the file leaves it out; null: stated to be unknown. */
  readonly crs: string | null;
}

/**
 * Opens Parquet: GeoParquet 1.1 with its primary geometry (WKB, or the native point and polygon encodings), else a plain
 * table. Snappy, GZIP and ZSTD are unpacked.
 */
export async function openParquet({ name, bytes }: SourceFile, where: IssuePlace): Promise<OpenedSource> {
  const [{ parquetMetadata, parquetScan }, { decompress }] = await Promise.all([import('hyparquet'), import('fzstd')]);
  try {
    if (bytes.length < 12 || String.fromCharCode(...bytes.subarray(-4)) !== 'PAR1') {
      return refuseSource('geoparquet', issue('file_damaged', where, { found: 'PAR1', format: 'Parquet' }));
    }
    const buffer = new Uint8Array(bytes).buffer;
    const metadata = parquetMetadata(buffer);
    const total = Number(metadata.num_rows);
    if (total > MOST_ROWS)
      return refuseSource('geoparquet', issue('rows_too_many', where, { found: total, limit: MOST_ROWS }));
    if (!isWhole(metadata)) return refuseSource('geoparquet', issue('file_damaged', where, DAMAGED_FOOTER));
    const geo = geoColumnOf(metadata);
    // One column after another: the library's reading of all at once leaves the faults of some unheard.
    const scan = await parquetScan({
      file: { byteLength: buffer.byteLength, slice: (start, end) => buffer.slice(start, end) },
      metadata,
      compressors: {
        GZIP: (packed, size) => gunzipSync(packed, { out: new Uint8Array(size) }),
        ZSTD: (packed, size) => decompress(packed, new Uint8Array(size)),
      },
      parsers: { geometryFromBytes: readGeometry, geographyFromBytes: readGeometry },
      useOffsetIndex: false,
    });
    const columnOf = async (column: string): Promise<unknown[]> => {
      const values: unknown[] = [];
      for (const { rowStart, rowEnd } of scan.ranges) {
        // oxlint-disable-next-line eslint/no-await-in-loop -- see above
        const part = await scan.readColumn({ column, rowStart, rowEnd });
        for (const value of part) values.push(value);
      }
      return values;
    };
    const headers = topLevelNames(metadata).filter((column) => column !== geo?.name && column !== 'bbox');
    const columns: unknown[][] = [];
    // oxlint-disable-next-line eslint/no-await-in-loop -- see above
    for (const header of headers) columns.push(await columnOf(header));
    const geometries = geo && (await columnOf(geo.name));
    const count = Math.max(0, geometries?.length ?? 0, ...columns.map(({ length }) => length));
    const rows = Array.from({ length: count }, (_, i): RawRow => ({
      number: i + 1,
      cells: columns.map((values) => cellOf(values[i])),
      shape: geo ? { kind: 'geojson', geometry: geometryOf(geometries?.[i], geo) } : { kind: 'columns' },
    }));
    const issues =
      rows.length === total ? [] : [issue('file_incomplete', where, { found: rows.length, expected: total })];
    return {
      ...UNOPENED,
      format: 'geoparquet',
      layers: [{ name, rows: rows.length, hasGeometries: geo !== null }],
      layer: name,
      raw: {
        headers,
        rows,
        statedCrs: geo?.crs ?? null,
        crsOpen: geo !== null && geo.crs === null,
        hasGeometries: geo !== null,
      },
      issues,
    };
  } catch (error) {
    const found = (error instanceof Error ? error.message : String(error)).slice(0, 120);
    const codec = /unsupported compression codec: (\w+)/i.exec(found);
    if (codec) return refuseSource('geoparquet', issue('file_unsupported', where, { found: `Parquet ${codec[1]}` }));
    return refuseSource('geoparquet', issue('file_damaged', where, { found, format: 'Parquet' }));
  }
}

const DAMAGED_FOOTER = { found: 'footer', format: 'Parquet' };

/** Whether every row group names each of its columns once: the faults of another that the library reads go unheard. */
function isWhole({ row_groups: groups }: FileMetaData): boolean {
  return groups.every(({ columns }) => {
    const paths = columns.map(({ meta_data: column }) => JSON.stringify(column?.path_in_schema));
    return new Set(paths).size === paths.length;
  });
}

function readGeometry(bytes: Uint8Array | undefined): unknown {
  return bytes && readWkb(bytes);
}

function topLevelNames({ schema }: FileMetaData): string[] {
  const names: string[] = [];
  let at = 1;
  const skip = (): void => {
    const children = schema[at++]?.num_children ?? 0;
    for (let i = 0; i < children && at < schema.length; i++) skip();
  };
  while (at < schema.length) {
    names.push(schema[at]!.name);
    skip();
  }
  return names;
}

/** The primary geometry column; a geometry type of Parquet's own, without `geo` metadata, counts too. */
function geoColumnOf({ key_value_metadata: pairs, schema }: FileMetaData): GeoColumn | null {
  const text = pairs?.find(({ key }) => key === 'geo')?.value;
  const geo: unknown = text === undefined ? null : JSON.parse(text);
  const { primary_column: name, columns } = (geo ?? {}) as { primary_column?: unknown; columns?: unknown };
  if (typeof name === 'string' && typeof columns === 'object' && columns !== null && Object.hasOwn(columns, name)) {
    const { encoding, crs } = (columns as Record<string, { encoding?: unknown; crs?: unknown }>)[name]!;
    const stated = crs === undefined ? 'OGC:CRS84' : crs === null ? null : JSON.stringify(crs);
    return { name, encoding: String(encoding).toLowerCase(), crs: stated };
  }
  const own = schema.find(({ logical_type: type }) => type?.type === 'GEOMETRY' || type?.type === 'GEOGRAPHY');
  const crs = own?.logical_type && 'crs' in own.logical_type ? own.logical_type.crs : undefined;
  return own ? { name: own.name, encoding: 'wkb', crs: crs ?? 'OGC:CRS84' } : null;
}

const NATIVE: ReadonlyMap<string, string> = new Map([
  ['point', 'Point'],
  ['linestring', 'LineString'],
  ['polygon', 'Polygon'],
  ['multipoint', 'MultiPoint'],
  ['multilinestring', 'MultiLineString'],
  ['multipolygon', 'MultiPolygon'],
]);

function geometryOf(value: unknown, { encoding }: GeoColumn): unknown {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return readWkb(value);
  const type = NATIVE.get(encoding);
  if (type === undefined) return value;
  const coordinates = positionsOf(value) as unknown[];
  // Without nulls of their own, points that are nowhere are written as no numbers.
  return type === 'Point' && coordinates.every(Number.isNaN) ? null : { type, coordinates };
}

/** Native encodings: structs of `x` and `y`, in lists as deep as the type wants. */
function positionsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(positionsOf);
  const { x, y } = (value ?? {}) as { x?: unknown; y?: unknown };
  return [x, y];
}

function cellOf(value: unknown): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value.toString();
  }
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (value instanceof Uint8Array) return `[${value.length} B]`;
  if (typeof value === 'object' && value !== null)
    return JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one));
  return value ?? undefined;
}
