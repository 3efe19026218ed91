import { deepEqual } from './deep-equal.ts';
import type { Change, Edit } from './edit.ts';
import type { Plan, StreetEdit, StreetEditId } from './plan.ts';
import type { PlaceRefusal } from './place-refusal.ts';
import { streetEditLine } from './street-edit-line.ts';

/** Fields to set; an empty name takes the name away. */
export type StreetEditFields = Partial<Omit<StreetEdit, 'id'>>;

/** The change that sets fields of a barrier or a link: one edit for each that changes, none where nothing does. */
export function changeStreetEdit(
  { streetEdits }: Plan,
  id: StreetEditId,
  fields: StreetEditFields,
): Change | PlaceRefusal {
  const before = streetEdits.get(id);
  if (before === undefined) return 'record_unknown';
  const line = fields.line && streetEditLine(fields.line);
  if (typeof line === 'string') return line;
  const after: { -readonly [F in keyof StreetEdit]?: StreetEdit[F] | undefined } = { ...before, ...fields };
  if (line) after.line = line;
  if (fields.name !== undefined) after.name = fields.name.trim() || undefined;
  return (['kind', 'cause', 'name', 'line'] as const)
    .filter((field) => !deepEqual(before[field], after[field]))
    .map((field) => ({ table: 'streetEdits', id, field, from: before[field], to: after[field] }) as Edit);
}
