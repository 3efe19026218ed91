import { COLUMNS, PLACE_COLUMNS } from '../import/columns.ts';
import type { ExportValue } from '../export/export-table.ts';
import { listWords } from '../export/export-words.ts';
import { positionText, recordCell } from '../export/record-cells.ts';
import type { Area, Candidate, Facility } from '../plan/plan.ts';
import { sha256Hex } from '../sha256.ts';

/** Tables whose rows counties keep: units and population are the city's own. */
export const EXCHANGED = ['areas', 'facilities', 'candidates'] as const;
export type ExchangedTable = (typeof EXCHANGED)[number];
export type ExchangedRecord = Area | Facility | Candidate;

/** In whose words headers and closed lists are written; read again, either language is understood. */
export type ExchangeLanguage = 'zh' | 'en';

/** Where a record keeps what a column says, where that is not the column's own name. */
const FIELDS: Readonly<Record<string, string>> = {
  elders_80: 'elders80',
  condition_date: 'conditionDate',
  floor_area: 'floorAreaM2',
  land_area: 'landAreaM2',
  land_basis: 'landBasis',
  nursing_beds: 'nursingBeds',
  occupied_beds: 'occupiedBeds',
  valid_from: 'validFrom',
  valid_to: 'validTo',
  public_benefit: 'publicBenefit',
  former_use: 'formerUse',
  cost: 'costWanYuan',
};

/** A column of an exchanged table: its name, and the header under which it is written. */
export interface ExchangeColumn {
  /** Canonical name; `lon`, `lat` are both of the field `geometry`. */
  readonly name: string;
  /** Field of the record. */
  readonly field: string;
  readonly header: string;
}

/** The columns of a table as they are sent: the canonical ones, then the place of what is a point. */
export function exchangeColumns(table: ExchangedTable, language: ExchangeLanguage): ExchangeColumn[] {
  const places = PLACE_COLUMNS.filter(({ name }) => name === 'lon' || name === 'lat');
  // Which figures are estimates is not for a county to change.
  const sent = COLUMNS[table].filter(({ name }) => name !== 'estimated');
  return [...sent, ...places].map(({ name, headers }) => ({
    name,
    field: name === 'lon' || name === 'lat' ? 'geometry' : (FIELDS[name] ?? name),
    header: language === 'zh' ? (headers[0] ?? name) : name,
  }));
}

/** What a record says, field by field: what takes part in the exchange. Outlines stay with the city: only points travel. */
export function exchangedFields(table: ExchangedTable, record: ExchangedRecord): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const { field } of exchangeColumns(table, 'en')) {
    const value: unknown = record[field as keyof ExchangedRecord];
    if (value === undefined || (field === 'geometry' && pointOf(record) === null)) continue;
    fields.set(field, value);
  }
  return fields;
}

/** The cell of a record under a column; undefined: unknown. */
export function exchangeCell(
  table: ExchangedTable,
  { name, field }: ExchangeColumn,
  record: ExchangedRecord,
  language: ExchangeLanguage,
): ExportValue {
  if (field === 'geometry') return pointOf(record)?.[name === 'lon' ? 0 : 1];
  if (field === 'entrance') return 'entrance' in record && record.entrance ? positionText(record.entrance) : undefined;
  const value = recordCell(table, name, record);
  return (typeof value === 'string' && listWords(table, name, language)?.get(value)) || value;
}

function pointOf({ geometry }: ExchangedRecord): readonly number[] | null {
  return geometry?.type === 'Point' ? geometry.coordinates : null;
}

/** Sixteen hexadecimal digits: far more than the rows of a province need. */
const HASH_DIGITS = 16;

/** Tells whether a row still says what it said when it was sent, whatever the language and the order of its columns. */
export function rowHash(table: ExchangedTable, record: ExchangedRecord): string {
  const said = [...exchangedFields(table, record)].map(([field, value]) => [field, plainValue(value)]);
  return sha256Hex(new TextEncoder().encode(JSON.stringify([table, said]))).slice(0, HASH_DIGITS);
}

/** Whether two fields say the same. */
export function sameValue(a: unknown, b: unknown): boolean {
  return (
    a === b || (a !== undefined && b !== undefined && JSON.stringify(plainValue(a)) === JSON.stringify(plainValue(b)))
  );
}

/** A point may carry more than its position; keys of an object may stand in any order, and those without a value say nothing. */
function plainValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => plainValue(one));
  if (typeof value !== 'object' || value === null) return value;
  if ('coordinates' in value) return value.coordinates;
  return Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
