import { issue, type Issue, type IssuePlace } from '../issue.ts';
import { ageBandHeaders, parseAgeBand } from './age-band-header.ts';
import {
  COLUMNS,
  ELDERS_OTHER_AGE,
  headerIndex,
  PLACE_COLUMNS,
  plainHeader,
  REQUIRED_COLUMNS,
  type Column,
} from './columns.ts';
import type { TableRole } from './table.ts';

/** Which header holds which canonical column, by position; the other headers are kept under their own names. */
export interface ColumnMatch {
  readonly at: ReadonlyMap<string, number>;
  readonly extra: readonly { readonly at: number; readonly name: string }[];
  /** Columns of age bands that elders are summed from; they are among `extra` or the known ones, too. */
  readonly ageBands: ReturnType<typeof ageBandHeaders>;
}

/** What identifies the rows can stand outside the columns (a GeoJSON feature's own id). */
export interface MatchOptions {
  readonly hasGeometries: boolean;
  readonly hasOwnIds: boolean;
  /** Which position holds which canonical column, where a person settled that: no header is told by its words then. */
  readonly settled?: ReadonlyMap<string, number> | undefined;
}

const otherAge = headerIndex([{ name: ELDERS_OTHER_AGE[0], headers: ELDERS_OTHER_AGE, unit: 'persons' }]);

/** Canonical names of headers, for one role, place columns included unless rows have geometries of their own. */
export function headerNames(role: TableRole, hasGeometries: boolean): ReadonlyMap<string, string> {
  const columns: readonly Column[] = hasGeometries ? COLUMNS[role] : [...COLUMNS[role], ...PLACE_COLUMNS];
  return headerIndex(columns);
}

/** Finds a role's columns among headers. `complete` is false when a column without which nothing can be done is missing. */
export function matchColumns(
  role: TableRole,
  headers: readonly string[],
  options: MatchOptions,
  where: IssuePlace,
): { match: ColumnMatch; complete: boolean; issues: Issue[] } {
  const issues: Issue[] = [];
  const names = headerNames(role, options.hasGeometries);
  const at = new Map<string, number>();
  const extra: { at: number; name: string }[] = [];
  const keptNames = new Set<string>();
  const keep = (position: number, header: string): void => {
    let name = header === '' ? `#${position + 1}` : header;
    for (let n = 2; keptNames.has(name); n++) name = `${header} (${n})`;
    keptNames.add(name);
    extra.push({ at: position, name });
  };
  const unknown: string[] = [];
  const settled = options.settled && new Map([...options.settled].map(([name, position]) => [position, name]));
  const ageBands = settled && options.settled?.has('elders') ? [] : bandsOf(role, headers, names);
  const isBand = new Set(ageBands.map((band) => band.at));
  for (const [position, header] of headers.entries()) {
    if (settled) {
      const name = settled.get(position);
      if (name === undefined) keep(position, header);
      else at.set(name, position);
      continue;
    }
    const plain = plainHeader(header);
    const name = names.get(plain);
    if (name === undefined) {
      if (isBand.has(position)) {
        keep(position, header);
        continue;
      }
      if (otherAge.has(plain) && COLUMNS[role].some((column) => column.name === 'elders')) continue;
      keep(position, header);
      unknown.push(header);
    } else if (at.has(name)) {
      keep(position, header);
      issues.push(
        issue(
          'column_duplicate',
          { ...where, column: header },
          { found: header, used: headers[at.get(name)!]!, expected: name },
        ),
      );
    } else {
      at.set(name, position);
    }
  }
  if (!settled && ageBands.length === 0) placeOtherAge(role, headers, at, keep, unknown, issues, where);
  const missing = missingColumns(role, at, options);
  if (unknown.length > 0 && missing.length === 0) issues.push(issue('column_unknown', where, { found: unknown }));
  for (const column of missing) {
    issues.push(
      issue('column_missing', { ...where, column }, { expected: acceptedHeaders(role, column), found: headers }),
    );
  }
  return { match: { at, extra, ageBands }, complete: missing.length === 0, issues };
}

/** Age bands count where people are counted by row and no column counts the elders themselves, whatever their age. */
function bandsOf(
  role: TableRole,
  headers: readonly string[],
  names: ReadonlyMap<string, string>,
): ColumnMatch['ageBands'] {
  if (role !== 'areas' && role !== 'units') return [];
  const stated = headers.some((one) => names.get(plainHeader(one)) === 'elders' && parseAgeBand(one) === null);
  return stated ? [] : ageBandHeaders(headers);
}

/** Counts of residents from 65 on stand in for elders where nothing else does, and the reader is told. */
function placeOtherAge(
  role: TableRole,
  headers: readonly string[],
  at: Map<string, number>,
  keep: (position: number, header: string) => void,
  unknown: string[],
  issues: Issue[],
  where: IssuePlace,
): void {
  if (!COLUMNS[role].some((column) => column.name === 'elders')) return;
  for (const [position, header] of headers.entries()) {
    if (!otherAge.has(plainHeader(header))) continue;
    if (at.has('elders')) {
      keep(position, header);
      unknown.push(header);
    } else {
      at.set('elders', position);
      issues.push(issue('elders_column_age', { ...where, column: header }, { found: header, age: 65 }));
    }
  }
}

function missingColumns(role: TableRole, at: ReadonlyMap<string, number>, options: MatchOptions): string[] {
  const missing = REQUIRED_COLUMNS[role].filter((column) => !at.has(column) && !(column === 'id' && options.hasOwnIds));
  if (options.hasGeometries) return missing;
  const half = (a: string, b: string): string[] => (at.has(a) === at.has(b) ? [] : [at.has(a) ? b : a]);
  missing.push(...half('lon', 'lat'), ...half('x', 'y'));
  if (role === 'population' && !['lon', 'lat', 'x', 'y', 'wkt'].some((column) => at.has(column)))
    missing.push('lon', 'lat');
  return missing;
}

function acceptedHeaders(role: TableRole, name: string): string[] {
  const column = [...COLUMNS[role], ...PLACE_COLUMNS].find((known) => known.name === name);
  return column === undefined ? [name] : [column.name, ...column.headers];
}
