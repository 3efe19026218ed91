import type { Change, Edit } from '../plan/edit.ts';
import { refuse, type EditRefusal } from '../plan/edit-refusal.ts';
import type { Area, Facility, Plan } from '../plan/plan.ts';
import { markedAfter } from '../plan/stated-figures.ts';
import { formField, type FormTable } from './form-fields.ts';
import { readField } from './read-field.ts';

export interface FieldsInput {
  readonly table: FormTable;
  readonly id: string;
  /** What is typed, or a value, by canonical column. Blank or undefined: unknown from now on. */
  readonly cells: Readonly<Record<string, unknown>>;
}

/**
 * States fields of one record anew. What is equal is no change; a figure that is stated is no estimate any more. Refused:
 * `record_unknown`, what `readField` refuses, `dates_reversed`.
 */
export function setFields(plan: Plan, { table, id, cells }: FieldsInput): Change | EditRefusal {
  const record = (plan[table] as ReadonlyMap<string, object>).get(id) as Readonly<Record<string, unknown>> | undefined;
  if (record === undefined) return refuse('record_unknown', { found: id });
  const edits: Edit[] = [];
  for (const [column, cell] of Object.entries(cells)) {
    const field = formField(table, column);
    const reading = readField(field, cell);
    if (reading.refused !== undefined) return reading;
    const from = record[field.field];
    if (!isSame(from, reading.value)) edits.push(fieldEdit(table, id, field.field, from, reading.value));
  }
  const stated = new Map(edits.map((edit) => ['field' in edit ? edit.field : '', edit.to]));
  const reversed = table === 'facilities' ? reversedDates(record, stated) : null;
  if (reversed !== null) return reversed;
  if (table === 'areas') edits.push(...marksAfter(record as unknown as Area, new Set(stated.keys())));
  return edits;
}

/** Services and the like are told by what they say. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
}

function fieldEdit(table: FormTable, id: string, field: string, from: unknown, to: unknown): Edit {
  return { table, id, field, from, to } as unknown as Edit;
}

/** A period that ends before it starts: only where one of its days is being stated, so that what a file brought can be mended. */
function reversedDates(record: Partial<Facility>, stated: ReadonlyMap<string, unknown>): EditRefusal | null {
  if (!stated.has('validFrom') && !stated.has('validTo')) return null;
  const { validFrom, validTo } = { ...record, ...Object.fromEntries(stated) } as Partial<Facility>;
  if (validFrom === undefined || validTo === undefined || validFrom <= validTo) return null;
  return refuse('dates_reversed', { from: validFrom, to: validTo }, stated.has('validTo') ? 'valid_to' : 'valid_from');
}

function marksAfter(area: Area, stated: ReadonlySet<string>): Edit[] {
  const after = markedAfter(area, stated);
  return (['estimated', 'ageBands'] as const).flatMap((field) =>
    isSame(area[field], after[field]) ? [] : [fieldEdit('areas', area.id, field, area[field], after[field])],
  );
}
