import { issue, type Issue, type IssuePlace } from '../issue.ts';
import type { Change, Edit, TableName } from '../plan/edit.ts';
import { markedAfter } from '../plan/stated-figures.ts';
import { UNIT_LEVELS, type Area, type ExtraColumns, type Plan, type UnitNames } from '../plan/plan.ts';
import type { Table } from './table.ts';

/**
 * How a table that was read joins the records of its kind that are there already:
 * - `merge`: a row brings its record the figures that it states; what it leaves blank stays as it was.
 * - `add`: rows of records that are there already are left out.
 * - `replace`: whatever is there goes.
 */
export const MERGE_MODES = ['merge', 'add', 'replace'] as const;
export type MergeMode = (typeof MERGE_MODES)[number];

/** By which of its figures a row finds its record: its id, or its name within the units that both state. */
export type MatchBy = 'id' | 'name';

export interface MergeRule {
  readonly mode: MergeMode;
  readonly matchBy: MatchBy;
  /** Whether rows that find no record become new ones. */
  readonly addUnmatched: boolean;
}

export const DEFAULT_MERGE: MergeRule = { mode: 'merge', matchBy: 'id', addUnmatched: true };

/** One record that a merge changes, with the fields whose meaning changes. */
export interface ChangedRecord {
  readonly id: string;
  readonly name: string | undefined;
  readonly fields: readonly string[];
}

export interface Merge {
  readonly change: Change;
  /** Ids (units: paths) of the records that the table brings or changes. */
  readonly ids: readonly string[];
  readonly added: number;
  readonly changed: readonly ChangedRecord[];
  readonly unchanged: number;
  readonly removed: number;
  /** Rows left out: they found no record, or one is there already. */
  readonly leftOut: number;
  readonly issues: readonly Issue[];
}

/** A record of any table. */
export type AnyRecord = Readonly<Record<string, unknown>> &
  UnitNames &
  Pick<Area, 'estimated' | 'ageBands'> & { readonly name?: string; readonly extra?: ExtraColumns };

/** Fields that a reader fills even where the file has no such column. */
const FILLED: Readonly<Record<string, string>> = {
  class: 'class',
  settlement: 'settlement',
  type: 'type',
  kind: 'kind',
};

/**
 * What bringing a table into a plan would do, as a change that can be taken back; nothing happens to the plan here.
 * `stated` names the canonical columns that the file has.
 */
export function mergeTable(
  plan: Plan,
  table: Table,
  rule: MergeRule,
  stated: ReadonlySet<string>,
  where: IssuePlace,
): Merge {
  if (table.role === 'population') {
    const change: Change = [{ table: 'population', from: plan.population, to: table.records }];
    return {
      change,
      ids: [],
      added: table.records.lon.length,
      changed: [],
      unchanged: 0,
      removed: plan.population?.lon.length ?? 0,
      leftOut: 0,
      issues: [],
    };
  }
  const name: TableName = table.role;
  const before: ReadonlyMap<string, AnyRecord> = plan[name] as ReadonlyMap<string, never>;
  const edits: Edit[] = [];
  const ids = new Set<string>();
  const changed: ChangedRecord[] = [];
  const unmatched: string[] = [];
  const ambiguous: string[] = [];
  const present: string[] = [];
  let added = 0;
  let unchanged = 0;
  const put = (id: string, from: AnyRecord | undefined, to: AnyRecord): void => {
    edits.push({ table: name, id, from, to } as unknown as Edit);
    ids.add(id);
  };
  const find = rule.matchBy === 'name' && rule.mode !== 'replace' ? byName(before) : null;
  for (const record of table.records as unknown as readonly AnyRecord[]) {
    const ownId = String(record['path'] ?? record['id']);
    const matches = find ? find(record) : before.has(ownId) ? [ownId] : [];
    // Several records that a row may mean, or several rows that may mean a record: nobody can say which is which.
    if (matches.length > 1 || (matches[0] !== undefined && ids.has(matches[0]))) {
      ambiguous.push(record.name ?? ownId);
      continue;
    }
    const [id] = matches;
    const old = id === undefined ? undefined : before.get(id);
    if (id === undefined || old === undefined) {
      if (rule.mode !== 'replace' && !rule.addUnmatched) unmatched.push(record.name ?? ownId);
      else {
        // Matched by name, a new row may bear the id of another record.
        if (rule.mode !== 'replace' && before.has(ownId)) ambiguous.push(record.name ?? ownId);
        else {
          added++;
          put(ownId, before.get(ownId), record);
        }
      }
      continue;
    }
    if (rule.mode === 'add') {
      present.push(record.name ?? id);
      continue;
    }
    const next =
      rule.mode === 'replace' ? { ...record, ...('id' in record ? { id } : {}) } : merged(old, record, stated);
    const fields = changedFields(old, next);
    ids.add(id);
    if (fields.length === 0) unchanged++;
    else {
      changed.push({ id, name: next.name, fields });
      put(id, old, next);
    }
  }
  let removed = 0;
  if (rule.mode === 'replace') {
    for (const [id, record] of before) {
      if (ids.has(id)) continue;
      removed++;
      edits.push({ table: name, id, from: record, to: undefined } as unknown as Edit);
    }
  }
  const issues: Issue[] = [];
  const report = (code: 'merge_unmatched' | 'merge_ambiguous' | 'merge_present', found: readonly string[]): void => {
    if (found.length > 0) issues.push(issue(code, where, { rows: found.length, found }));
  };
  report('merge_unmatched', unmatched);
  report('merge_ambiguous', ambiguous);
  report('merge_present', present);
  const leftOut = unmatched.length + ambiguous.length + present.length;
  return { change: edits, ids: [...ids], added, changed, unchanged, removed, leftOut, issues };
}

/** What a record becomes by a row: figures that the row states, over those that it had. */
function merged(old: AnyRecord, row: AnyRecord, stated: ReadonlySet<string>): AnyRecord {
  const { estimated: _, ageBands: __, ...kept } = old;
  const said = new Set(Object.keys(row).filter((field) => row[field] !== undefined));
  const next: Record<string, unknown> = { ...kept, ...markedAfter(old, said) };
  for (const [field, value] of Object.entries(row)) {
    if (value === undefined || field === 'id' || field === 'path' || field === 'extra') continue;
    if (Object.hasOwn(FILLED, field) && !stated.has(FILLED[field]!)) continue;
    next[field] = value;
  }
  // Spreading defines and never assigns, so a column may be called `__proto__`.
  if (row.extra) next['extra'] = { ...old.extra, ...row.extra };
  return next;
}

/** Fields that say another thing in one record than in the other. */
export function changedFields(old: AnyRecord, next: AnyRecord): string[] {
  const fields = new Set([...Object.keys(old), ...Object.keys(next)]);
  return [...fields].filter((field) => !same(old[field], next[field]));
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));
}

/** Finds the records of a row's name, none of whose stated units is another than the row's. */
function byName(before: ReadonlyMap<string, AnyRecord>): (row: AnyRecord) => string[] {
  const index = new Map<string, string[]>();
  for (const [id, record] of before) {
    if (record.name === undefined) continue;
    const key = plainName(record.name);
    const there = index.get(key);
    if (there) there.push(id);
    else index.set(key, [id]);
  }
  return (row) => {
    if (row.name === undefined) return [];
    return (index.get(plainName(row.name)) ?? []).filter((id) => {
      const record = before.get(id)!;
      return UNIT_LEVELS.every((level) => {
        const [mine, theirs] = [record[level], row[level]];
        return mine === undefined || theirs === undefined || plainName(mine) === plainName(theirs);
      });
    });
  };
}

function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
