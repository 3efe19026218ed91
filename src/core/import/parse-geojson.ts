import { issue, type Issue, type IssuePlace } from '../issue.ts';
import { cellText } from './read-cell.ts';
import type { RawRow, RawTable } from './raw-table.ts';

/** A GeoJSON text as a table: properties are the columns, in the order in which they first occur. */
export function parseGeoJson(text: string, where: IssuePlace): { raw: RawTable | null; issues: Issue[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { raw: null, issues: [issue('json_invalid', where, { found })] };
  }
  if (!isObject(value) || value['type'] !== 'FeatureCollection' || !Array.isArray(value['features'])) {
    const type: unknown = isObject(value) ? value['type'] : undefined;
    const found = typeof type === 'string' ? type : Array.isArray(value) ? 'array' : typeof value;
    return { raw: null, issues: [issue('geojson_not_collection', where, { found, expected: 'FeatureCollection' })] };
  }
  const columns = new Map<string, number>();
  const rows = value['features'].map((feature: unknown, index) => rowOf(feature, index + 1, columns));
  return {
    raw: { headers: [...columns.keys()], rows, statedCrs: crsName(value['crs']), hasGeometries: true },
    issues: [],
  };
}

function rowOf(feature: unknown, number: number, columns: Map<string, number>): RawRow {
  if (!isObject(feature)) return { number, cells: [], shape: { kind: 'geojson', geometry: null } };
  const cells: unknown[] = [];
  const put = (column: string, cell: unknown): void => {
    let at = columns.get(column);
    if (at === undefined) columns.set(column, (at = columns.size));
    cells[at] = cell;
  };
  const properties = isObject(feature['properties']) ? feature['properties'] : {};
  for (const [column, cell] of Object.entries(properties)) put(column, cell);
  return { number, cells, shape: { kind: 'geojson', geometry: feature['geometry'] ?? null }, ownId: feature['id'] };
}

/** The name in the `crs` member of GeoJSON before RFC 7946, which files still carry. */
function crsName(crs: unknown): string | null {
  if (!isObject(crs)) return null;
  const properties = crs['properties'];
  if (isObject(properties) && typeof properties['name'] === 'string') return properties['name'];
  return isObject(properties) && properties['code'] !== undefined ? cellText(properties['code']) : 'crs';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
