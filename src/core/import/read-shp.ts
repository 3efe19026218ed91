import type { Geometry, Position } from 'geojson';
import { issue, type Issue, type IssuePlace } from '../issue.ts';
import { assembleRings } from './assemble-rings.ts';

/**
 * The geometries of a `.shp` file (ESRI Shapefile Technical Description, 1998), one a record: null for a null shape; what
 * cannot be read of one record is a value that is no geometry and spoils no other. Heights and measures are not kept. Own
 * code, because the packaged reader (shpjs) drops holes that lie in no ring, gives up on the whole file at one damaged
 * record, and ends in silence where the file is cut off. The `.shx`, if any, tells only how many records there should be.
 */
export function readShp(
  bytes: Uint8Array,
  shx: Uint8Array | null,
  where: IssuePlace,
): { geometries: unknown[]; issues: Issue[] } {
  const issues: Issue[] = [];
  const geometries: unknown[] = [];
  if (bytes.length < HEADER_BYTES) {
    return { geometries, issues: [issue('file_damaged', where, { found: 'header', format: 'Shapefile' })] };
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = Math.min(bytes.length, view.getInt32(24) * 2);
  let at = HEADER_BYTES;
  while (at + 8 <= end) {
    const length = view.getInt32(at + 4) * 2;
    const start = at + 8;
    const isPadding = length === 0 && view.getInt32(at) === 0;
    if (isPadding || length < 0 || start + length > bytes.length) break;
    geometries.push(geometryOf(new DataView(bytes.buffer, bytes.byteOffset + start, length)));
    at = start + length;
  }
  const stated = view.getInt32(24) * 2;
  const indexed = shx === null ? null : Math.floor((shx.length - HEADER_BYTES) / INDEX_BYTES);
  // Some programs leave bytes of earlier records at the end.
  if (at < stated && (indexed === null || geometries.length < indexed)) {
    issues.push(issue('file_incomplete', where, { found: geometries.length, expected: indexed }));
  }
  return { geometries, issues };
}

const HEADER_BYTES = 100;
/** One record's entry in the `.shx`. */
const INDEX_BYTES = 8;

function geometryOf(record: DataView): unknown {
  if (record.byteLength < 4) return null;
  const type = record.getInt32(0, true);
  try {
    // Types of one kind, without and with heights and measures, stand ten apart: their X and Y lie in the same places.
    if (type === 0) return null;
    if (type === 31) return { type: 'MultiPatch' };
    switch (type % 10) {
      case 1:
        return { type: 'Point', coordinates: positionAt(record, 4) } satisfies Geometry;
      case 3:
        return lineOf(partsOf(record));
      case 5: {
        const rings = partsOf(record);
        return rings.length === 0 ? null : assembleRings(rings);
      }
      case 8:
        return { type: 'MultiPoint', coordinates: positionsAt(record, 40, countAt(record, 36)) } satisfies Geometry;
      default:
        return { damaged: `shape type ${type}` };
    }
  } catch (error) {
    if (error instanceof RangeError) return { damaged: error.message };
    throw error;
  }
}

function lineOf(lines: Position[][]): Geometry | null {
  if (lines.length === 0) return null;
  return lines.length === 1
    ? { type: 'LineString', coordinates: lines[0]! }
    : { type: 'MultiLineString', coordinates: lines };
}

function partsOf(record: DataView): Position[][] {
  const parts = countAt(record, 36);
  const points = countAt(record, 40);
  const at = 44 + parts * 4;
  if (at + points * 16 > record.byteLength) throw new RangeError('the record ends amid its points');
  const starts = Array.from({ length: parts }, (_, i) => record.getInt32(44 + i * 4, true));
  return starts.flatMap((start, i) => {
    const next = starts[i + 1] ?? points;
    if (start < 0 || next < start || next > points) throw new RangeError('parts out of order');
    return next === start ? [] : [positionsAt(record, at + start * 16, next - start)];
  });
}

function countAt(record: DataView, at: number): number {
  const count = record.getInt32(at, true);
  if (count < 0 || count > record.byteLength) throw new RangeError(`count ${count}`);
  return count;
}

function positionsAt(record: DataView, at: number, count: number): Position[] {
  return Array.from({ length: count }, (_, i) => positionAt(record, at + i * 16));
}

function positionAt(record: DataView, at: number): Position {
  return [record.getFloat64(at, true), record.getFloat64(at + 8, true)];
}
