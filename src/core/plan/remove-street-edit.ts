import type { Change } from './edit.ts';
import type { Plan, StreetEditId } from './plan.ts';
import type { StreetEditRefusal } from './street-edit-line.ts';

/** The change that takes a barrier or a link away. */
export function removeStreetEdit({ streetEdits }: Plan, id: StreetEditId): Change | StreetEditRefusal {
  const from = streetEdits.get(id);
  return from === undefined ? 'unknown' : [{ table: 'streetEdits', id, from, to: undefined }];
}
