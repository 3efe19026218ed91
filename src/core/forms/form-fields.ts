import { COLUMNS, PARCEL_COLUMNS, type Column, type HeaderUnit } from '../import/columns.ts';
import type { Words } from '../import/read-cell.ts';
import { PARCEL_WORDS, WORDS_OF } from '../import/words.ts';

/** Tables whose records are filled in by hand. */
export const FORM_TABLES = ['areas', 'facilities', 'candidates', 'parcels'] as const;
export type FormTable = (typeof FORM_TABLES)[number];

export type FieldKind = 'amount' | 'count' | 'day' | 'flag' | 'choice' | 'services' | 'text';

/** A column as a form asks for it. */
export interface FormField {
  /** Its canonical name. */
  readonly column: string;
  /** The field of the record that keeps it. */
  readonly field: string;
  readonly kind: FieldKind;
  readonly unit: HeaderUnit | null;
  /** What may be chosen; null: no closed list. */
  readonly words: Words<string> | null;
  /** It cannot be unknown. */
  readonly required: boolean;
}

/** The id is another edit; estimates are marked as such by what estimates; an entrance is a place on the map. */
const NO_FIELDS: ReadonlySet<string> = new Set(['id', 'estimated', 'entrance']);

const REQUIRED: Readonly<Record<FormTable, readonly string[]>> = {
  areas: ['class', 'settlement'],
  facilities: ['type'],
  candidates: ['kind'],
  parcels: ['use'],
};

/** The fields of each table, in the order of its columns: what the columns of files say is all there is to know. */
export const FORM_FIELDS: Readonly<Record<FormTable, readonly FormField[]>> = {
  areas: fieldsOf('areas', COLUMNS.areas, WORDS_OF.areas),
  facilities: fieldsOf('facilities', COLUMNS.facilities, WORDS_OF.facilities),
  candidates: fieldsOf('candidates', COLUMNS.candidates, WORDS_OF.candidates),
  parcels: fieldsOf('parcels', PARCEL_COLUMNS, PARCEL_WORDS),
};

/** Throws where the table has no such field. */
export function formField(table: FormTable, column: string): FormField {
  const found = FORM_FIELDS[table].find((one) => one.column === column);
  if (found === undefined) throw new Error(`form field: expected a column of ${table}, got ${column}`);
  return found;
}

function fieldsOf(
  table: FormTable,
  columns: readonly Column[],
  words: Readonly<Record<string, Words<string>>>,
): readonly FormField[] {
  return columns
    .filter(({ name }) => !NO_FIELDS.has(name))
    .map((column) => ({
      column: column.name,
      field: nameOfField(column),
      kind: kindOf(column, words),
      unit: column.unit ?? null,
      words: Object.hasOwn(words, column.name) ? words[column.name]! : null,
      required: REQUIRED[table].includes(column.name),
    }));
}

/** A record's field is called as its column, in camel case and with the unit that its figure is kept in. */
function nameOfField({ name, unit }: Column): string {
  const suffix = unit === 'm2' ? 'M2' : unit === 'wan_yuan' ? 'WanYuan' : '';
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()) + suffix;
}

function kindOf({ name, unit }: Column, words: Readonly<Record<string, unknown>>): FieldKind {
  if (Object.hasOwn(words, name)) return 'choice';
  if (name === 'serves') return 'services';
  if (name === 'public_benefit') return 'flag';
  if (unit === 'date') return 'day';
  // As reading a table has it: dwellings and beds come whole, persons may be estimates.
  if (unit === 'households' || unit === 'beds') return 'count';
  return unit === undefined ? 'text' : 'amount';
}
