import { issue, type Issue, type IssuePlace } from '../issue.ts';
import { boundsOf } from '../geo/polygon.ts';
import type { PlaceGeometry } from '../geo/geometry.ts';
import type { PopulationGrid, Unit } from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import { findPlace, type FoundPlace } from './find-place.ts';
import { matchColumns } from './match-columns.ts';
import { PlaceReader } from './place-reader.ts';
import type { RawTable } from './raw-table.ts';
import { readArea, readCandidate, readFacility, readUnit, type RowPlace } from './read-records.ts';
import { resolveCrs, type Fit } from './resolve-crs.ts';
import { RowReader } from './row-reader.ts';
import type { Table, TableRole } from './table.ts';

/** Rows read between two reports: some milliseconds of work. */
const ROWS_PER_STEP = 500;

/** Makes records of a table's rows. The table is null when it is unusable as a whole; every problem is among the issues. */
export function* readRawTableSteps(
  raw: RawTable,
  role: TableRole,
  declaredCrs: string | undefined,
  where: IssuePlace,
): Steps<{ table: Table | null; columns: readonly string[]; issues: readonly Issue[] }> {
  const issues: Issue[] = [];
  if (raw.rows.length === 0) issues.push(issue('table_has_no_rows', where));
  if (raw.rows.length === 0 && raw.headers.length === 0) return { table: emptyTable(role), columns: [], issues };
  const hasOwnIds = raw.rows.some(({ ownId }) => ownId !== undefined);
  const { hasGeometries, columns: settled } = raw;
  const matched = matchColumns(role, raw.headers, { hasGeometries, hasOwnIds, settled }, where);
  issues.push(...matched.issues);
  const columns = [...matched.match.at.keys()];
  if (!matched.complete) return { table: null, columns, issues };

  const total = raw.rows.length * 2;
  const places: FoundPlace[] = [];
  for (const row of raw.rows) {
    if (places.length % ROWS_PER_STEP === 0) yield { stage: 'reading', done: places.length, total };
    places.push(findPlace(row, matched.match, role));
  }
  const { crs, fits, issues: crsIssues } = resolveCrs(declaredCrs, raw, matched.match, places, where);
  issues.push(...crsIssues);
  if (crs === null) return { table: null, columns, issues };

  const reader = new RowReader(raw, matched.match, where);
  const placeReader = new PlaceReader(crs, reader);
  const build = BUILDERS[role](reader, placeReader);
  const missing = whoReportsMissing(role, places);
  if (missing === 'file') issues.push(issue('coordinates_missing', where, { rows: raw.rows.length }));
  for (const [index, row] of raw.rows.entries()) {
    if (index % ROWS_PER_STEP === 0) yield { stage: 'reading', done: raw.rows.length + index, total };
    reader.turnTo(row);
    build.add(places[index]!, fits[index]!, missing === 'row');
  }
  const table = build.finish();
  return { table, columns, issues: [...issues, ...reader.issues] };
}

function emptyTable(role: TableRole): Table {
  if (role !== 'population') return { role, records: [] };
  return { role, records: gridOf([]) };
}

/**
 * Whether rows without coordinates are reported one by one, or once for all where no row has any. Units may well have none.
 * GeoJSON's null geometries are reported as such by the row.
 */
function whoReportsMissing(role: TableRole, places: readonly FoundPlace[]): 'row' | 'file' | 'nobody' {
  const nowhere = places.filter(isNowhere).length;
  if (nowhere === 0 || places.length === 0) return 'nobody';
  if (role === 'population' || nowhere < places.length) return 'row';
  return role === 'units' ? 'nobody' : 'file';
}

function isNowhere({ shape, faults }: FoundPlace): boolean {
  return shape === null && faults.length === 0;
}

interface Builder {
  add(place: FoundPlace, fit: Fit, reportMissing: boolean): void;
  finish(): Table;
}

type BuilderFor = (reader: RowReader, places: PlaceReader) => Builder;

const BUILDERS: Readonly<Record<TableRole, BuilderFor>> = {
  areas: recordsBuilder(readArea, (records) => ({ role: 'areas', records })),
  facilities: recordsBuilder(readFacility, (records) => ({ role: 'facilities', records })),
  candidates: recordsBuilder(readCandidate, (records) => ({ role: 'candidates', records })),
  units: unitsBuilder,
  population: populationBuilder,
};

/** Builds a table whose rows are known by the column `id`. */
function recordsBuilder<R>(
  read: (reader: RowReader, id: string, place: RowPlace) => R,
  finish: (records: R[]) => Table,
): BuilderFor {
  return (reader, places) => {
    const rows = new RowsById<R>(reader);
    return {
      add(place, fit, reportMissing) {
        const id = rows.open(reader.id());
        if (id === null) return;
        rows.add(id, read(reader, id, placeOf(reader, places, place, fit, reportMissing)));
      },
      finish: () => finish(rows.records()),
    };
  };
}

function placeOf(
  reader: RowReader,
  places: PlaceReader,
  place: FoundPlace,
  fit: Fit,
  reportMissing: boolean,
): RowPlace {
  if (reportMissing && isNowhere(place)) reader.report('coordinates_missing');
  return { geometry: places.geometry(place, fit), entrance: places.entrance() };
}

/** Records by id: the first row of an id is kept, later ones are reported. */
class RowsById<R> {
  readonly #records = new Map<string, R>();
  readonly #reader: RowReader;

  constructor(reader: RowReader) {
    this.#reader = reader;
  }

  /** The id if its row may be read on; null, with an issue, if it is blank or taken. */
  open(id: string): string | null {
    if (id === '') {
      this.#reader.report('id_missing', {}, 'id');
      return null;
    }
    this.#reader.identify(id);
    if (!this.#records.has(id)) return id;
    this.#reader.report('id_duplicate', { found: id }, 'id');
    return null;
  }

  add(id: string, record: R): void {
    this.#records.set(id, record);
  }

  records(): R[] {
    return [...this.#records.values()];
  }
}

function unitsBuilder(reader: RowReader, places: PlaceReader): Builder {
  const units = new Map<string, Unit>();
  const parents: { parent: string; path: string; report: () => void }[] = [];
  return {
    add(place, fit, reportMissing) {
      const read = readUnit(reader, placeOf(reader, places, place, fit, reportMissing));
      if (read === null) return;
      const { unit, parent } = read;
      if (units.has(unit.path)) {
        reader.report('id_duplicate', { found: unit.path }, 'name');
        return;
      }
      units.set(unit.path, unit);
      if (parent !== undefined)
        parents.push({
          parent,
          path: unit.path,
          report: reader.later('unit_parent_unknown', { found: parent }, 'parent'),
        });
    },
    finish() {
      for (const { parent, report } of parents) if (!units.has(parent)) report();
      return { role: 'units', records: [...units.values()] };
    },
  };
}

interface Cell {
  readonly lon: number;
  readonly lat: number;
  readonly elders: number;
  readonly residents: number;
}

function populationBuilder(reader: RowReader, places: PlaceReader): Builder {
  const cells: Cell[] = [];
  return {
    add(place, fit, reportMissing) {
      if (reportMissing && isNowhere(place)) reader.report('coordinates_missing');
      const geometry = places.geometry(place, fit);
      const elders = reader.amount('elders', 'persons') ?? NaN;
      const residents = reader.amount('residents', 'persons') ?? NaN;
      if (elders > residents)
        reader.report('elders_exceed_residents', { found: elders, limit: residents, of: 'residents' }, 'elders');
      if (geometry === undefined) return;
      const [lon, lat] = centreOf(geometry);
      cells.push({ lon, lat, elders, residents });
    },
    finish: () => ({ role: 'population', records: gridOf(cells) }),
  };
}

function centreOf(geometry: PlaceGeometry): [lon: number, lat: number] {
  const [west, south, east, north] = boundsOf(geometry);
  return [(west + east) / 2, (south + north) / 2];
}

function gridOf(cells: readonly Cell[]): PopulationGrid {
  const column = (figure: keyof Cell): Float64Array => Float64Array.from(cells, (cell) => cell[figure]);
  return { lon: column('lon'), lat: column('lat'), elders: column('elders'), residents: column('residents') };
}
