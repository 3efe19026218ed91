import { walkEndsAt } from '../core/access/locate.ts';
import type { LonLat } from '../core/geo/geometry.ts';
import { innerPosition } from '../core/geo/polygon.ts';
import { readSourceSteps } from '../core/import/read-source.ts';
import type { Table } from '../core/import/table.ts';
import type { Issue, IssueCode } from '../core/issue.ts';
import { compareText } from '../core/units.ts';
import { drive } from './drive.ts';
import type { Speech } from './host.ts';
import type { GivenInput } from './input-options.ts';
import { openInput, openTable } from './open-input.ts';
import { Unusable } from './unusable.ts';

/** A place to walk from or to. */
export interface Point {
  readonly id: string;
  readonly at: LonLat;
}

export interface Points {
  readonly of: GivenInput;
  readonly file: string;
  /** Sorted by id; rows without a place are not among them, and the issues name them. */
  readonly points: readonly Point[];
  readonly issues: readonly Issue[];
}

/**
 * Reads the places of a table of any kind: all it needs is ids and coordinates. Polygons are walked to at a position
 * inside them, facilities at their entrance. Throws `Unusable` when nothing can be used, also when no row has a place.
 */
export async function readPoints(input: GivenInput, speech: Speech): Promise<Points> {
  const { file } = input;
  const facilities = await readFacilities(input, speech);
  const { table, issues } = facilities ?? (await openTable(input, 'areas', speech));
  const nowhere = issues.find(({ code, where }) => code === 'coordinates_missing' && where.row === undefined);
  if (nowhere) throw new Unusable([speech.texts.cli.pointsWithoutPlace(file)]);
  const points = pointsOf(table).toSorted((a, b) => compareText(a.id, b.id));
  return { of: input, file, points, issues: issues.filter(concernsPlaces) };
}

/** The table if its columns tell that it is one of facilities: only those have entrances. */
async function readFacilities(input: GivenInput, speech: Speech) {
  const { crs, file } = input;
  const { files, opened } = await openInput(input, null, speech);
  const steps = readSourceSteps(opened, { files, ...(crs === undefined ? {} : { crs }) });
  const { table, issues } = drive(steps, speech, file);
  return table?.role === 'facilities' ? { table, issues } : null;
}

function pointsOf(table: Table): Point[] {
  if (table.role === 'facilities') {
    return table.records.flatMap((facility) => {
      const at = walkEndsAt(facility);
      return at ? [{ id: facility.id, at }] : [];
    });
  }
  if (table.role !== 'areas') return [];
  return table.records.flatMap(({ id, geometry }) => (geometry ? [{ id, at: innerPosition(geometry) }] : []));
}

/** What is wrong with figures that a walk does not look at would only hide what matters. */
const OF_OTHER_COLUMNS: ReadonlySet<IssueCode> = new Set([
  'column_unknown',
  'elders_column_age',
  'number_invalid',
  'number_negative',
  'number_not_whole',
  'number_too_large',
  'date_invalid',
  'value_unknown',
  'boolean_invalid',
  'serves_malformed',
  'dates_reversed',
  'elders_exceed_residents',
  'nursing_beds_exceed_beds',
]);

const PLACE_COLUMNS = ['id', 'lon', 'lat', 'x', 'y', 'wkt', 'entrance'];

function concernsPlaces({ code, detail }: Issue): boolean {
  if (code === 'column_duplicate') return PLACE_COLUMNS.includes(String(detail['expected']));
  return !OF_OTHER_COLUMNS.has(code);
}
