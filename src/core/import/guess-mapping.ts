import { UNIT_LEVELS, type UnitLevel } from '../plan/plan.ts';
import { ageBandHeaders } from './age-band-header.ts';
import { plainHeader, REQUIRED_COLUMNS } from './columns.ts';
import { looseHeaders } from './loose-headers.ts';
import { NO_MAPPING, ROW_NUMBERS, type ImportMapping } from './mapping.ts';
import { headerNames } from './match-columns.ts';
import type { ColumnProfile } from './profile-columns.ts';
import { readWord } from './read-cell.ts';
import type { TableRole } from './table.ts';
import { guessWord } from './guess-word.ts';
import { WORDS_OF } from './words.ts';

/** A mapping to start from, and how sure each column of it is. */
export interface MappingGuess {
  readonly mapping: ImportMapping;
  /** Canonical columns that rest on a likeness of words or values: a person should look at them. */
  readonly likely: readonly string[];
}

interface Source {
  readonly profiles: readonly ColumnProfile[];
  readonly hasGeometries: boolean;
  readonly hasOwnIds: boolean;
}

/**
 * What a file's columns may be, from headers first and values second: a header that is a column's own name or one of its
 * known spellings is taken; a header that is like one, or whose values are a closed list's, is proposed. A header serves
 * one column. Values of closed lists are translated where a word of theirs says which is meant.
 */
export function guessMapping(role: TableRole, { profiles, hasGeometries, hasOwnIds }: Source): MappingGuess {
  const columns = new Map<string, readonly string[]>();
  const likely = new Set<string>();
  const taken = new Set<string>();
  const take = (column: string, header: string): void => {
    columns.set(column, [header]);
    taken.add(header);
  };
  const names = headerNames(role, hasGeometries);
  for (const { header } of profiles) {
    const column = names.get(plainHeader(header));
    if (column !== undefined && !columns.has(column)) take(column, header);
  }
  // COUNTY holds cities in files of provinces that have none between: the next lower level's names are then under another header.
  const county = columns.get('county')?.[0];
  if (county !== undefined && levelOfNames(profiles.find(({ header }) => header === county)) === 'city') {
    columns.delete('county');
    taken.delete(county);
  }
  const propose = (column: string, fits: (profile: ColumnProfile) => boolean): void => {
    if (columns.has(column)) return;
    const found = profiles.find((profile) => profile.filled > 0 && !taken.has(profile.header) && fits(profile));
    if (found === undefined) return;
    take(column, found.header);
    likely.add(column);
  };
  for (const [column, words] of Object.entries(WORDS_OF[role])) {
    propose(
      column,
      ({ values }) =>
        values !== null &&
        values.every(([text]) => readWord(text, words).value !== undefined) &&
        values.some(([text]) => Number.isNaN(Number(text))),
    );
  }
  if (role !== 'units' && role !== 'population') {
    for (const level of UNIT_LEVELS)
      propose(level, (profile) => profile.values !== null && levelOfNames(profile) === level);
  }
  // Elders are the sum of age bands where a file counts people by those.
  const hasBands = ageBandHeaders(profiles.map(({ header }) => header)).length > 0;
  for (const [column, pattern] of Object.entries(looseHeaders(role, hasGeometries))) {
    if ((column === 'id' && hasOwnIds) || (column === 'elders' && hasBands)) continue;
    propose(column, ({ header, unique }) => (unique || column !== 'id') && pattern.test(plainHeader(header)));
  }
  // Two columns of coordinates or none: half a place is no place.
  for (const [a, b] of [
    ['lon', 'lat'],
    ['x', 'y'],
  ] as const) {
    if (columns.has(a) !== columns.has(b)) columns.delete(columns.has(a) ? a : b);
  }
  if (columns.has('lon')) for (const column of ['x', 'y']) columns.delete(column);
  if (REQUIRED_COLUMNS[role].includes('id') && !columns.has('id') && !hasOwnIds) {
    columns.set('id', [ROW_NUMBERS]);
    likely.add('id');
  }
  const values = translations(role, columns, profiles);
  return {
    mapping: { ...NO_MAPPING, columns: Object.fromEntries(columns), values },
    likely: [...likely].filter((column) => columns.has(column)),
  };
}

/** What names of units of a level end in. */
const ENDINGS: Readonly<Record<UnitLevel, RegExp>> = {
  city: /市$/,
  county: /(?<!社)[区區县縣]$/,
  subdistrict: /(?:街道|街道办事处|[镇鎮乡鄉])$/,
  community: /(?:社区|社區|村|里|居委会|村委会)$/,
};

/** The level that most names of a column are of; null: they are no names of units. */
function levelOfNames(profile: ColumnProfile | undefined): UnitLevel | null {
  const names = profile?.values?.map(([text]) => text) ?? profile?.samples ?? [];
  const level = UNIT_LEVELS.find((one) => names.filter((name) => ENDINGS[one].test(name)).length * 2 > names.length);
  return level ?? null;
}

/** Words of a file that its column's closed list does not know but that say which value is meant. */
function translations(
  role: TableRole,
  columns: ReadonlyMap<string, readonly string[]>,
  profiles: readonly ColumnProfile[],
): Record<string, Record<string, string>> {
  const found: [string, Record<string, string>][] = [];
  for (const [column, words] of Object.entries(WORDS_OF[role])) {
    const values = profiles.find(({ header }) => header === columns.get(column)?.[0])?.values ?? [];
    const meant = values.flatMap(([text]): [string, string][] => {
      if (readWord(text, words).value !== undefined) return [];
      const value = guessWord(role, column, text);
      return value === null ? [] : [[text, value]];
    });
    if (meant.length > 0) found.push([column, Object.fromEntries(meant)]);
  }
  return Object.fromEntries(found);
}
