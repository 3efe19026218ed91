import { deepEqual } from './deep-equal.ts';
import { TABLES, type Change, type Edit, type TableName } from './edit.ts';
import type { Plan } from './plan.ts';

/**
 * The change that makes one plan the other: `applyChange(a, planDiff(a, b))` says what `b` says. A record that both have
 * changes field by field; what is equal has no edit. First what goes, then what changes, then what comes, table by table.
 */
export function planDiff(a: Plan, b: Plan): Change {
  const edits: Edit[] = TABLES.flatMap((table) => (a[table] === b[table] ? [] : tableDiff(table, a, b)));
  if (!deepEqual(a.population, b.population)) edits.push({ table: 'population', from: a.population, to: b.population });
  for (const { field, from, to } of changedFields(a.settings, b.settings)) {
    edits.push({ table: 'settings', field, from, to } as Edit);
  }
  return edits;
}

function tableDiff(table: TableName, a: Plan, b: Plan): Edit[] {
  const [before, after]: ReadonlyMap<string, object>[] = [a[table], b[table]];
  const gone: Edit[] = [];
  const changed: Edit[] = [];
  const come: Edit[] = [];
  for (const [id, from] of before!) {
    const to = after!.get(id);
    if (to === undefined) gone.push({ table, id, from, to } as Edit);
    else if (to !== from) {
      for (const edit of changedFields(from, to)) changed.push({ table, id, ...edit } as Edit);
    }
  }
  for (const [id, to] of after!) if (!before!.has(id)) come.push({ table, id, from: undefined, to } as Edit);
  return [...gone, ...changed, ...come];
}

/** The fields that two records do not have alike, those of the first in its order first. */
export function changedFields(a: object, b: object): { field: string; from: unknown; to: unknown }[] {
  const [from, to] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .filter((field) => !deepEqual(from[field], to[field]))
    .map((field) => ({ field, from: from[field], to: to[field] }));
}
