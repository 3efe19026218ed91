import type { Change } from './edit.ts';
import { freshId } from './fresh-id.ts';
import { refuseLine, type PlaceRefusal } from './place-refusal.ts';
import type { Plan, StreetEdit } from './plan.ts';

export type NewStreetEdit = Omit<StreetEdit, 'id'>;

/** Draws a barrier or a link under an id of its own. Refused: `outside_world`, `too_few_positions`. */
export function addStreetEdit({ streetEdits }: Plan, edit: NewStreetEdit): Change | PlaceRefusal {
  const to: StreetEdit = { ...edit, id: freshId(streetEdits, 'S') };
  return refuseLine(edit.line) ?? [{ table: 'streetEdits', id: to.id, from: undefined, to }];
}
