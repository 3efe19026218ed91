import type { Change } from './edit.ts';
import type { Plan, StreetEditId } from './plan.ts';
import type { PlaceRefusal } from './place-refusal.ts';

/** The change that takes a barrier or a link away. */
export function removeStreetEdit({ streetEdits }: Plan, id: StreetEditId): Change | PlaceRefusal {
  const from = streetEdits.get(id);
  return from === undefined ? 'record_unknown' : [{ table: 'streetEdits', id, from, to: undefined }];
}
