import { ageBandHeaders } from './age-band-header.ts';
import { plainHeader } from './columns.ts';
import { headerNames } from './match-columns.ts';
import type { TableRole } from './table.ts';

/** Columns that only one kind of table has. */
const TELLING: Readonly<Record<Exclude<TableRole, 'population'>, readonly string[]>> = {
  areas: ['class', 'households', 'elders_80', 'condition_date'],
  facilities: [
    'type',
    'floor_area',
    'land_area',
    'beds',
    'nursing_beds',
    'occupied_beds',
    'acquisition',
    'serves',
    'public_benefit',
    'ownership',
  ],
  units: ['level', 'parent'],
  candidates: ['kind', 'former_use', 'floor_area', 'land_area', 'tenure', 'cost'],
};

/** Columns without one of which a table is not one of candidate sites: the others, facilities have as well. */
const ONLY_CANDIDATES = ['former_use', 'tenure', 'cost'];

/** Which table the headers are of, or null when they could be of none or of several. */
export function detectRole(headers: readonly string[], hasGeometries: boolean): TableRole | null {
  const plain = headers.map(plainHeader);
  const found = (role: TableRole): Set<string | undefined> => {
    const names = headerNames(role, hasGeometries);
    return new Set(plain.map((header) => names.get(header)));
  };
  const scores = (['areas', 'facilities', 'units', 'candidates'] as const)
    .map((role) => {
      const present = found(role);
      const possible = role !== 'candidates' || ONLY_CANDIDATES.some((column) => present.has(column));
      return { role, score: possible ? TELLING[role].filter((column) => present.has(column)).length : 0 };
    })
    .sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (first!.score > 0) return first!.score > second!.score ? first!.role : null;
  const columns = found('areas');
  const people = columns.has('elders') || columns.has('residents') || ageBandHeaders(headers).length > 0;
  if (people && columns.has('id')) return 'areas';
  const place = hasGeometries || (columns.has('lon') && columns.has('lat'));
  return people && place && columns.has('elders') && !columns.has('name') ? 'population' : null;
}
