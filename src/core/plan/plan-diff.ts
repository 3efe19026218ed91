import { isSame } from './is-same.ts';
import { TABLES, type Change, type Edit, type TableName } from './edit.ts';
import type { Plan, PopulationGrid } from './plan.ts';

/**
 * The change that leads from one plan to another: edits of the fields that differ, whole records that came or went. Empty
 * where the plans say the same. What both share is told apart by identity, so that plans of one origin take next to no time.
 */
export function planDiff(from: Plan, to: Plan): Change {
  const edits: Edit[] = [];
  for (const table of TABLES) if (from[table] !== to[table]) tableDiff(table, from, to, edits);
  const settings = new Set([...Object.keys(from.settings), ...Object.keys(to.settings)]) as Set<keyof Plan['settings']>;
  for (const field of settings) {
    const edit = { table: 'settings', field, from: from.settings[field], to: to.settings[field] } as Edit;
    if (!isSame(edit.from, edit.to)) edits.push(edit);
  }
  if (!isSameGrid(from.population, to.population)) {
    edits.push({ table: 'population', from: from.population, to: to.population });
  }
  return edits;
}

function tableDiff(table: TableName, from: Plan, to: Plan, edits: Edit[]): void {
  const before: ReadonlyMap<string, object> = from[table];
  const after: ReadonlyMap<string, object> = to[table];
  for (const [id, record] of before) {
    if (!after.has(id)) edits.push({ table, id, from: record, to: undefined } as Edit);
  }
  for (const [id, record] of after) {
    const known = before.get(id);
    if (known === undefined) edits.push({ table, id, from: undefined, to: record } as Edit);
    else if (known !== record) fieldDiff(table, id, known, record, edits);
  }
}

function fieldDiff(table: TableName, id: string, before: object, after: object, edits: Edit[]): void {
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before, after].map((record) => (record as Record<string, unknown>)[field]);
    if (!isSame(was, is)) edits.push({ table, id, field, from: was, to: is } as unknown as Edit);
  }
}

function isSameGrid(a: PopulationGrid | null, b: PopulationGrid | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  return (['lon', 'lat', 'elders', 'residents'] as const).every((column) => {
    const [one, other] = [a[column], b[column]];
    return one === other || (one.length === other.length && one.every((value, i) => Object.is(value, other[i])));
  });
}
