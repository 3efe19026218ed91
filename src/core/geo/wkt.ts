/** A geometry as a text says it: GeoJSON in form, not yet checked (rings may be open, numbers out of range). */
export interface RawGeometry {
  readonly type: string;
  readonly coordinates: unknown;
}

const TYPES: Readonly<Record<string, { type: string; depth: number }>> = {
  POINT: { type: 'Point', depth: 0 },
  MULTIPOINT: { type: 'MultiPoint', depth: 1 },
  LINESTRING: { type: 'LineString', depth: 1 },
  MULTILINESTRING: { type: 'MultiLineString', depth: 2 },
  POLYGON: { type: 'Polygon', depth: 2 },
  MULTIPOLYGON: { type: 'MultiPolygon', depth: 3 },
};

/**
 * Reads well-known text (OGC 06-103r4 §7), with or without Z or M, and with PostGIS's `SRID=4490;` before it.
 * `POINT EMPTY` and the like give no coordinates. Null: it is not well-known text.
 */
export function parseWkt(text: string): { geometry: RawGeometry | null; srid: string | null } | null {
  const head = /^\s*(?:SRID\s*=\s*(\d+)\s*;)?\s*([A-Z]+?)\s*(?:Z|M|ZM)?\s*(EMPTY\s*$|\()/i.exec(text);
  if (head === null) return null;
  const srid = head[1] ?? null;
  const name = head[2]!.toUpperCase();
  if (name === 'GEOMETRYCOLLECTION') return { geometry: { type: 'GeometryCollection', coordinates: [] }, srid };
  const kind = Object.hasOwn(TYPES, name) ? TYPES[name]! : null;
  if (kind === null) return null;
  if (head[3] !== '(') return { geometry: null, srid };
  const coordinates = readNested(text.slice(head[0].length - 1), kind.depth);
  return coordinates === null ? null : { geometry: { type: kind.type, coordinates }, srid };
}

/** Coordinates as nested arrays; null when brackets do not match, the depth is wrong or a number is none. */
function readNested(text: string, depth: number): unknown {
  const open: unknown[][] = [];
  let result: unknown[] | null = null;
  for (const [token] of text.matchAll(/[(),]|[^(),]+/g)) {
    if (result !== null) {
      if (token.trim() !== '') return null;
    } else if (token === '(') {
      const level: unknown[] = [];
      open.at(-1)?.push(level);
      open.push(level);
    } else if (token === ')') {
      const closed = open.pop();
      if (closed === undefined) return null;
      if (open.length === 0) result = closed;
    } else if (token !== ',') {
      const words = token.trim();
      if (words === '') continue;
      const position = words.split(/\s+/).map(Number);
      if (position.length < 2 || position.some(Number.isNaN)) return null;
      const level = open.at(-1);
      if (level === undefined) return null;
      level.push(position);
    }
  }
  if (result === null) return null;
  if (depth === 0) return Array.isArray(result[0]) && result.length === 1 ? result[0] : null;
  return result;
}
