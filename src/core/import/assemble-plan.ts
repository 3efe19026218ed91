import { applyChange, type Change, type Edit, type TableName } from '../plan/edit.ts';
import { eldersOfBands } from '../plan/elders-of-bands.ts';
import { EMPTY_PLAN, type Plan } from '../plan/plan.ts';
import { DEFAULT_SETTINGS, type Settings } from '../plan/settings.ts';
import type { Table } from './table.ts';

/**
 * A plan of the tables given; elders that are sums of age bands are counted from the age that the settings say. A later
 * table of a role takes the place of an earlier one.
 */
export function assemblePlan(tables: readonly Table[], settings: Partial<Settings> = {}): Plan {
  const plan = { ...applyChange(EMPTY_PLAN, changeToAdd(EMPTY_PLAN, tables)), settings };
  return applyChange(plan, eldersOfBands(plan, settings.elder_age ?? DEFAULT_SETTINGS.elder_age));
}

/**
 * The change that puts each table given in the place of the plan's table of that role, record by record, so that an import
 * is an ordinary change that can be undone. Roles not given stay as they are.
 */
export function changeToAdd(plan: Plan, tables: readonly Table[]): Change {
  const latest = new Map(tables.map((table) => [table.role, table]));
  return [...latest.values()].flatMap((table) => editsFor(plan, table));
}

function editsFor(plan: Plan, table: Table): Edit[] {
  if (table.role === 'population') return [{ table: 'population', from: plan.population, to: table.records }];
  return recordEdits(table.role, plan[table.role], idsOf(table));
}

function idsOf(table: Exclude<Table, { role: 'population' }>): ReadonlyMap<string, unknown> {
  if (table.role === 'units') return new Map(table.records.map((unit) => [unit.path, unit]));
  return new Map<string, unknown>(table.records.map((record) => [record.id, record]));
}

function recordEdits(
  table: TableName,
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): Edit[] {
  const edits: { table: TableName; id: string; from: unknown; to: unknown }[] = [];
  for (const [id, from] of before) if (!after.has(id)) edits.push({ table, id, from, to: undefined });
  for (const [id, to] of after) if (before.get(id) !== to) edits.push({ table, id, from: before.get(id), to });
  return edits as Edit[];
}
