import { parseWkt } from '../geo/wkt.ts';
import type { ColumnMatch } from './match-columns.ts';
import type { RawRow } from './raw-table.ts';
import { cellText, isBlankCell, parseNumber } from './read-cell.ts';
import { readShape, type ShapeFault, type SourceShape } from './read-shape.ts';
import type { TableRole } from './table.ts';

/** What a row says of its place, still in the file's own system. */
export interface FoundPlace {
  readonly shape: SourceShape | null;
  readonly faults: readonly (ShapeFault & { readonly column?: string })[];
  /** Coordinates however nested, also of shapes that cannot be used: they help to tell the file's system. */
  readonly coordinates: unknown;
  /** The system that the cell itself names (`SRID=…`). */
  readonly srid: string | null;
}

const SHAPES: Readonly<Record<TableRole, readonly SourceShape['type'][]>> = {
  areas: ['Point', 'Polygon', 'MultiPolygon'],
  facilities: ['Point', 'Polygon', 'MultiPolygon'],
  units: ['Polygon', 'MultiPolygon'],
  population: ['Point', 'Polygon', 'MultiPolygon'],
  candidates: ['Point', 'Polygon', 'MultiPolygon'],
};

const NOWHERE: FoundPlace = { shape: null, faults: [], coordinates: undefined, srid: null };

/** Pairs of columns that hold a position. */
const PAIRS = [
  ['lon', 'lat'],
  ['x', 'y'],
] as const;

/**
 * The place of a row: a feature's geometry, else its `wkt`, else its `lon`,`lat` or `x`,`y`. A row whose cells for it are
 * all blank has no place and no fault.
 */
export function findPlace(row: RawRow, match: ColumnMatch, role: TableRole): FoundPlace {
  if (row.shape.kind === 'geojson') return fromGeometry(row.shape.geometry, role, null);
  const text = (column: string): string => {
    const at = match.at.get(column);
    return at === undefined ? '' : cellText(row.cells[at]);
  };
  const wkt = text('wkt');
  if (!isBlankCell(wkt)) {
    const parsed = parseWkt(wkt);
    if (parsed !== null) return fromGeometry(parsed.geometry, role, parsed.srid, 'wkt');
    const found = wkt.length > 60 ? `${wkt.slice(0, 57)}…` : wkt;
    return {
      ...NOWHERE,
      faults: [{ code: 'geometry_broken', detail: { found, expected: 'POINT (lon lat)' }, column: 'wkt' }],
    };
  }
  for (const [xColumn, yColumn] of PAIRS) {
    const x = text(xColumn);
    const y = text(yColumn);
    if (!isBlankCell(x) || !isBlankCell(y)) return fromPair([xColumn, x], [yColumn, y], role);
  }
  return NOWHERE;
}

function fromGeometry(geometry: unknown, role: TableRole, srid: string | null, column?: string): FoundPlace {
  const { shape, faults } = readShape(geometry, SHAPES[role]);
  return {
    shape,
    faults: column === undefined ? faults : faults.map((fault) => ({ ...fault, column })),
    coordinates: (geometry as { coordinates?: unknown } | null)?.coordinates,
    srid,
  };
}

function fromPair(
  x: readonly [column: string, text: string],
  y: readonly [column: string, text: string],
  role: TableRole,
): FoundPlace {
  const faults: { code: 'coordinates_invalid'; detail: { found: string; expected: string }; column: string }[] = [];
  const [lon, lat] = [x, y].map(([column, text]) => {
    const number = parseNumber(text.replace(/°$/, ''));
    if (!Number.isFinite(number)) {
      faults.push({
        code: 'coordinates_invalid',
        detail: { found: text, expected: column === 'x' || column === 'y' ? 'm' : '°' },
        column,
      });
    }
    return number;
  });
  if (faults.length > 0) return { ...NOWHERE, faults };
  const coordinates = [lon!, lat!];
  const { shape, faults: wrong } = readShape({ type: 'Point', coordinates }, SHAPES[role]);
  return { shape, faults: wrong, coordinates, srid: null };
}
