import type { Edit, TableName } from '../core/plan/edit.ts';
import type { Plan } from '../core/plan/plan.ts';

/** Edits that take records out of a table, those in `except` left. */
export function removals(plan: Plan, table: TableName, ids: readonly string[], except: ReadonlySet<string>): Edit[] {
  const before: ReadonlyMap<string, unknown> = plan[table];
  return ids
    .filter((id) => before.has(id) && !except.has(id))
    .map((id) => ({ table, id, from: before.get(id), to: undefined }) as Edit);
}
