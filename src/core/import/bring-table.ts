import type { Edit } from '../plan/edit.ts';
import type { Plan } from '../plan/plan.ts';
import { changedFields, type AnyRecord, type Merge } from './merge-table.ts';
import type { Table } from './table.ts';

/**
 * What bringing a table into a plan as it stands would do: each record whole, in the place of one of the same id; of the
 * records `own`, which the same file brought before, those that it does not bring again go.
 */
export function bringTable(plan: Plan, table: Table, own: readonly string[]): Merge {
  const nothing = { ids: [], changed: [], unchanged: 0, leftOut: 0, issues: [] };
  if (table.role === 'population') {
    const { population } = plan;
    const change = [{ table: 'population' as const, from: population, to: table.records }];
    return { ...nothing, change, added: table.records.lon.length, removed: population?.lon.length ?? 0 };
  }
  const { role } = table;
  const before = plan[role] as ReadonlyMap<string, unknown> as ReadonlyMap<string, AnyRecord>;
  const edits: Edit[] = [];
  const changed: { id: string; name: string | undefined; fields: readonly string[] }[] = [];
  const ids = new Set<string>();
  let added = 0;
  let unchanged = 0;
  for (const record of table.records) {
    const id = 'path' in record ? record.path : record.id;
    const from = before.get(id);
    ids.add(id);
    const fields = from === undefined ? [] : changedFields(from, record as unknown as AnyRecord);
    if (from === undefined) added++;
    else if (fields.length === 0) unchanged++;
    else changed.push({ id, name: record.name, fields });
    if (from === undefined || fields.length > 0) edits.push({ table: role, id, from, to: record } as Edit);
  }
  const gone = own.filter((id) => before.has(id) && !ids.has(id));
  edits.push(...gone.map((id) => ({ table: role, id, from: before.get(id), to: undefined }) as unknown as Edit));
  return { ...nothing, change: edits, ids: [...ids], added, changed, unchanged, removed: gone.length };
}
