import { issue, type Issue, type IssuePlace } from '../issue.ts';
import type { RawRow } from './raw-table.ts';
import { refuseSource } from './refuse-source.ts';
import { UNOPENED, type OpenedSource } from './source.ts';
import type { SourceFile } from './table.ts';

/** Bytes before the header: the signature, then the header's length. */
const SIGNATURE_BYTES = 8;
const LENGTH_BYTES = 4;

/** Opens FlatGeobuf 3. A feature that cannot be read is a row without cells whose geometry says so; a file cut off is reported. */
export async function openFlatgeobuf({ name, bytes: given }: SourceFile, where: IssuePlace): Promise<OpenedSource> {
  const [{ ByteBuffer }, { fromByteBuffer }, { Feature }, { calcTreeSize }, { parseProperties }, { fromGeometry }] =
    await Promise.all([
      import('flatbuffers'),
      import('flatgeobuf/lib/mjs/header-meta.js'),
      import('flatgeobuf/lib/mjs/flat-geobuf/feature.js'),
      import('flatgeobuf/lib/mjs/packedrtree.js'),
      import('flatgeobuf/lib/mjs/generic/feature.js'),
      import('flatgeobuf/lib/mjs/geojson/geometry.js'),
    ]);
  // Coordinates are read in place, which wants them where eight bytes begin.
  const bytes = given.byteOffset % 8 === 0 ? given : new Uint8Array(given);
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const buffer = new ByteBuffer(bytes);
    const headerBytes = view.getUint32(SIGNATURE_BYTES, true);
    if (SIGNATURE_BYTES + LENGTH_BYTES + headerBytes > bytes.length) throw new RangeError('header');
    buffer.setPosition(SIGNATURE_BYTES);
    const header = fromByteBuffer(buffer);
    const columns = header.columns ?? [];
    const headers = columns.map(({ name: column }) => column);
    // The library keeps values by name in an object: under numbers no name can shadow another.
    const numbered = { ...header, columns: columns.map((column, i) => ({ ...column, name: String(i) })) };
    const stated = header.featuresCount;
    const rows: RawRow[] = [];
    let at = SIGNATURE_BYTES + LENGTH_BYTES + headerBytes;
    if (header.indexNodeSize > 0 && stated > 0) at += calcTreeSize(stated, header.indexNodeSize);
    while (at + LENGTH_BYTES <= bytes.length) {
      const length = view.getUint32(at, true);
      if (length === 0 || at + LENGTH_BYTES + length > bytes.length) break;
      buffer.setPosition(at);
      rows.push(rowOf(rows.length + 1, () => Feature.getSizePrefixedRootAsFeature(buffer)));
      at += LENGTH_BYTES + length;
    }
    const statedCrs = crsOf(header.crs);
    const cut = at !== bytes.length || (stated > 0 && stated !== rows.length);
    const issues: Issue[] = cut ? [issue('file_incomplete', where, { found: rows.length, expected: stated })] : [];

    function rowOf(number: number, read: () => InstanceType<typeof Feature>): RawRow {
      try {
        const feature = read();
        const properties = parseProperties(feature, numbered.columns) as Record<string, unknown>;
        const geometry = feature.geometry();
        const cells = columns.map((_, i) => cellOf(properties[String(i)]));
        const shape = geometry ? fromGeometry(geometry, header.geometryType) : null;
        return { number, cells, shape: { kind: 'geojson', geometry: shape } };
      } catch (error) {
        const damaged = error instanceof Error ? error.message : String(error);
        return { number, cells: [], shape: { kind: 'geojson', geometry: { damaged } } };
      }
    }
    return {
      ...UNOPENED,
      format: 'flatgeobuf',
      layers: [{ name: header.title || name, rows: rows.length, hasGeometries: true }],
      layer: header.title || name,
      raw: { headers, rows, statedCrs, crsOpen: statedCrs === null, hasGeometries: true },
      issues,
    };
  } catch (error) {
    const found = (error instanceof Error ? error.message : String(error)).slice(0, 120);
    return refuseSource('flatgeobuf', issue('file_damaged', where, { found, format: 'FlatGeobuf' }));
  }
}

function cellOf(value: unknown): unknown {
  return value instanceof Uint8Array ? `[${value.length} B]` : (value ?? undefined);
}

function crsOf(crs: { org: string | null; code: number; wkt: string | null } | null): string | null {
  if (!crs) return null;
  if (crs.code !== 0) return `${crs.org ?? 'EPSG'}:${crs.code}`;
  return crs.wkt;
}
