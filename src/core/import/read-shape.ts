import type { MultiPolygon, Point, Polygon, Position } from 'geojson';
import { jsonText } from './read-cell.ts';
import type { IssueCode, IssueDetail } from '../issue.ts';

/** A point or polygon in the file's own system: whole, closed, two numbers a position. Heights are not kept: nothing uses them. */
export type SourceShape = Point | Polygon | MultiPolygon;

export interface ShapeFault {
  readonly code: IssueCode;
  readonly detail: IssueDetail;
}

export interface ShapeReading {
  readonly shape: SourceShape | null;
  readonly faults: readonly ShapeFault[];
}

/** Why a geometry cannot be used; caught where one row's geometry ends, so it never leaves this file. */
class Broken extends Error {
  readonly found: string;
  constructor(found: string) {
    super(found);
    this.found = found;
  }
}

/**
 * A GeoJSON geometry as a shape that can be judged. Rings left open are closed (`geometry_unclosed`); a MultiPoint of one point
 * is that point. Rings that enclose nothing, positions that are no numbers and types other than `allowed` give no shape.
 */
export function readShape(geometry: unknown, allowed: readonly SourceShape['type'][]): ShapeReading {
  if (geometry === null || geometry === undefined) return failed('geometry_null', {});
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
  if (typeof type !== 'string') return failed('geometry_broken', { found: excerpt(geometry) });
  const kind = type === 'MultiPoint' && Array.isArray(coordinates) && coordinates.length === 1 ? 'Point' : type;
  if (!allowed.some((known) => known === kind))
    return failed('geometry_wrong_type', { found: type, expected: allowed });
  const unclosed = { count: 0 };
  try {
    const source: unknown = kind === type ? coordinates : (coordinates as unknown[])[0];
    const shape = shapeOf(kind as SourceShape['type'], source, unclosed);
    return {
      shape,
      faults: unclosed.count === 0 ? [] : [{ code: 'geometry_unclosed', detail: { rings: unclosed.count } }],
    };
  } catch (error) {
    if (error instanceof Broken) return failed('geometry_broken', { found: error.found });
    throw error;
  }
}

function failed(code: IssueCode, detail: IssueDetail): ShapeReading {
  return { shape: null, faults: [{ code, detail }] };
}

function shapeOf(type: SourceShape['type'], coordinates: unknown, unclosed: { count: number }): SourceShape {
  if (type === 'Point') return { type, coordinates: position(coordinates) };
  if (type === 'Polygon') return { type, coordinates: polygon(coordinates, unclosed) };
  return { type, coordinates: list(coordinates, 'MultiPolygon').map((part) => polygon(part, unclosed)) };
}

function polygon(value: unknown, unclosed: { count: number }): Position[][] {
  return list(value, 'Polygon').map((ring) => closedRing(ring, unclosed));
}

function list(value: unknown, of: string): unknown[] {
  if (!Array.isArray(value) || value.length === 0) throw new Broken(`${of}: ${excerpt(value)}`);
  return value;
}

function position(value: unknown): Position {
  if (!Array.isArray(value)) throw new Broken(excerpt(value));
  const x: unknown = value[0];
  const y: unknown = value[1];
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) {
    throw new Broken(excerpt(value));
  }
  return [x, y];
}

function closedRing(value: unknown, unclosed: { count: number }): Position[] {
  const ring = list(value, 'ring').map(position);
  const [first, last] = [ring[0]!, ring.at(-1)!];
  if (first[0] !== last[0] || first[1] !== last[1]) {
    ring.push([first[0]!, first[1]!]);
    unclosed.count++;
  }
  if (ring.length < 4 || isFlat(ring)) throw new Broken(`ring: ${excerpt(value)}`);
  return ring;
}

/** Whether every vertex lies on one line, so that the ring encloses nothing. */
function isFlat(ring: readonly Position[]): boolean {
  const [x0 = 0, y0 = 0] = ring[0]!;
  const other = ring.find(([x, y]) => x !== x0 || y !== y0);
  if (other === undefined) return true;
  const dx = other[0]! - x0;
  const dy = other[1]! - y0;
  return ring.every(([x = 0, y = 0]) => dx * (y - y0) - dy * (x - x0) === 0);
}

/** Enough of a value to find it in the file again. */
function excerpt(value: unknown): string {
  const text = jsonText(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** A MultiPolygon's positions lie three lists deep. */
const DEEPEST = 4;

/** The first position that satisfies a test, in coordinates of any shape, checked or not. */
export function findPosition(
  coordinates: unknown,
  test: (x: number, y: number) => boolean,
  depth = 0,
): readonly [x: number, y: number] | null {
  if (!Array.isArray(coordinates) || depth > DEEPEST) return null;
  const [x, y] = coordinates as unknown[];
  if (typeof x === 'number' && typeof y === 'number') return test(x, y) ? [x, y] : null;
  for (const part of coordinates) {
    const found = findPosition(part, test, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** The same shape with every position replaced. */
export function mapPositions(shape: SourceShape, to: (position: Position) => Position): SourceShape {
  if (shape.type === 'Point') return { type: 'Point', coordinates: to(shape.coordinates) };
  const polygon = (rings: readonly Position[][]): Position[][] => rings.map((ring) => ring.map(to));
  if (shape.type === 'Polygon') return { type: 'Polygon', coordinates: polygon(shape.coordinates) };
  return { type: 'MultiPolygon', coordinates: shape.coordinates.map(polygon) };
}
