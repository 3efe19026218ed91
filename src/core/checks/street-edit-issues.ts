import { issue, type Issue } from '../issue.ts';
import { LINK_JOIN_M } from '../network/edit-streets.ts';
import type { Plan } from '../plan/plan.ts';
import type { Walks } from './walks.ts';

/** Which street edits have no effect, and why: a link that joins no street, and all of them without streets. */
export function streetEditIssues({ streetEdits }: Plan, { edited }: Walks): Issue[] {
  if (streetEdits.size === 0) return [];
  if (!edited) return [issue('street_edits_without_streets', {}, { count: streetEdits.size })];
  return edited.unjoined.map(({ id, ends }) => issue('street_edit_unjoined', { id }, { ends, limit: LINK_JOIN_M }));
}
