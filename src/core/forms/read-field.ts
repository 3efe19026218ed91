import { readAmount, readCount, readDay, readFlag, readText, readWord, type NumberUnit } from '../import/read-cell.ts';
import { readServes } from '../import/read-serves.ts';
import { EDIT_REFUSALS, refuse, type EditRefusal, type EditRefusalCode } from '../plan/edit-refusal.ts';
import type { Service } from '../plan/plan.ts';
import type { FormField } from './form-fields.ts';

/** What a field's text means: a value, unknown (`value` undefined), or why it is refused. */
export type FieldReading = { readonly value: unknown; readonly refused?: undefined } | EditRefusal;

/**
 * Reads what is typed into a field, or a value of the kind that the record keeps, exactly as the same column of a file is
 * read. Refused: whatever reading a file would report of the cell, and `field_required` where it may not be unknown.
 */
export function readField(field: FormField, cell: unknown): FieldReading {
  const { column, required } = field;
  if (field.kind === 'services') return readServices(column, cell);
  const { value, fault } = readCellOf(field, cell);
  if (fault !== undefined) return refuse(refusalOf(fault.code), fault.detail, column);
  return value === undefined && required ? refuse('field_required', {}, column) : { value };
}

function readCellOf({ kind, unit, words }: FormField, cell: unknown): ReturnType<typeof readAmount | typeof readWord> {
  switch (kind) {
    case 'amount':
      return readAmount(cell, unit as NumberUnit);
    case 'count':
      return readCount(cell, unit as NumberUnit);
    case 'day':
      return readDay(cell);
    case 'flag':
      return readFlag(cell) as ReturnType<typeof readWord>;
    case 'choice':
      return readWord(cell, words!);
    default:
      return { value: readText(cell) };
  }
}

function refusalOf(code: string): EditRefusalCode {
  const found = EDIT_REFUSALS.find((one) => one === code);
  if (found === undefined) throw new Error(`field: expected a fault that refuses, got ${code}`);
  return found;
}

function readServices(column: string, cell: unknown): FieldReading {
  if (Array.isArray(cell)) return checkServices(column, cell as readonly Service[]);
  const { services, malformed } = readServes(cell);
  return malformed.length > 0 ? malformedServices(column, malformed) : { value: services };
}

/** Services as a record keeps them: an id may hold the signs that part entries in a cell. */
function checkServices(column: string, services: readonly Service[]): FieldReading {
  const seen = new Set<string>();
  const malformed = services.filter(({ area, m2 }) => {
    const isSound = area !== '' && !seen.has(area) && (m2 === undefined || (Number.isFinite(m2) && m2 >= 0));
    seen.add(area);
    return !isSound;
  });
  if (malformed.length > 0)
    return malformedServices(
      column,
      malformed.map(({ area }) => area),
    );
  return { value: services.length === 0 ? undefined : services };
}

function malformedServices(column: string, found: readonly string[]): EditRefusal {
  return refuse('serves_malformed', { found, expected: 'A1;A2:100' }, column);
}
