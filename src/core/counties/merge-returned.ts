import type { Change, Edit } from '../plan/edit.ts';
import type { Area, ExtraColumns, Plan } from '../plan/plan.ts';
import { markedAfter } from '../plan/stated-figures.ts';
import {
  EXCHANGED,
  exchangedFields,
  rowHash,
  sameValue,
  type ExchangedRecord,
  type ExchangedTable,
} from './exchange.ts';
import type { CountyBook, ReturnedRow, ReturnedTable } from './read-county-book.ts';

export type Side = 'mine' | 'theirs';

/** Who changed what the workbook said when it was sent: the city, the county, or both of them to different ends. */
export type Changed = Side | 'both';

/** One field that says another thing here than in the returned workbook; or a whole row that one of the two has and the other not. */
export interface Difference {
  /** Names it among those of one workbook. */
  readonly key: string;
  readonly table: ExchangedTable;
  readonly id: string;
  readonly name: string | undefined;
  /** Field of the record, `extra.` before a column that the tool does not know; null: the row as a whole. */
  readonly field: string | null;
  readonly changed: Changed;
  /** What was sent, what stands here, what came back: a value, or a record where it is about the row; undefined: nothing. */
  readonly sent: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Null: both changed it, and nobody has chosen yet. */
  readonly taken: Side | null;
}

export interface ReturnedMerge {
  /** What makes everything true that was taken from the county: one undoable step. */
  readonly change: Change;
  readonly differences: readonly Difference[];
  /** Differences that wait for a choice: the plan keeps what it has. */
  readonly open: readonly Difference[];
}

const NO_CHOICES: ReadonlyMap<string, Side> = new Map();

/**
 * Brings a returned workbook and the plan together, field by field, by what was sent: what only the county changed is taken,
 * what only the city changed stays, what both changed waits for a choice (`choices`, by key; they may also overrule the
 * rest). Where the rows as sent are lost, a row's hash still tells who changed it; where both did, every field that
 * differs waits. Blank cells of columns that are gone, cells that could not be read and outlines say nothing.
 */
export function mergeReturned(
  plan: Plan,
  { tables }: CountyBook,
  choices: ReadonlyMap<string, Side> = NO_CHOICES,
): ReturnedMerge {
  const differences: Difference[] = [];
  const edits: Edit[] = [];
  for (const table of EXCHANGED) {
    const returned = tables[table];
    if (!returned) continue;
    const mine: ReadonlyMap<string, ExchangedRecord> = plan[table];
    for (const row of rowsOf(table, mine, returned)) {
      const found = compareRow(row).map((one) => ({
        ...one,
        taken: choices.get(one.key) ?? (one.changed === 'both' ? null : one.changed),
      }));
      differences.push(...found);
      edits.push(
        ...editsOf(
          row,
          found.filter(({ taken }) => taken === 'theirs'),
        ),
      );
    }
  }
  return { change: edits, differences, open: differences.filter(({ taken }) => taken === null) };
}

/** A row in its three states. */
interface ComparedRow {
  readonly table: ExchangedTable;
  readonly id: string;
  /** Null: it was not sent; undefined: what was sent is not known. */
  readonly sent: ExchangedRecord | null | undefined;
  readonly mine: ExchangedRecord | undefined;
  readonly theirs: ReturnedRow | undefined;
  readonly returned: ReturnedTable;
}

function rowsOf(
  table: ExchangedTable,
  mine: ReadonlyMap<string, ExchangedRecord>,
  returned: ReturnedTable,
): ComparedRow[] {
  const ids = new Set([...returned.rows.keys(), ...(returned.sent?.keys() ?? [])]);
  return [...ids].map((id) => {
    const theirs = returned.rows.get(id);
    const wasSent = theirs === undefined || theirs.hash !== null;
    const sent = returned.sent?.get(id) ?? (wasSent && returned.sent === null ? undefined : null);
    return { table, id, sent, mine: mine.get(id), theirs, returned };
  });
}

type Found = Omit<Difference, 'taken'>;

function compareRow(row: ComparedRow): Found[] {
  const { mine, theirs } = row;
  if (mine !== undefined && theirs !== undefined) return compareFields(row, mine, theirs);
  const changed = mine === undefined ? whoHasMore(row) : whoHasLess(row);
  return changed === null ? [] : [differenceOf(row, null, changed, row.sent ?? undefined, mine, theirs?.record)];
}

/** The county has a row that is not here. Null: neither has it. */
function whoHasMore({ table, sent, theirs }: ComparedRow): Changed | null {
  if (theirs === undefined) return null;
  if (sent === null) return theirs.hash === null ? 'theirs' : 'both';
  const asSent = sent === undefined ? theirs.hash : rowHash(table, sent);
  // It was sent, and is gone here: if the county left it as it was, it stays gone.
  return theirs.unread.size === 0 && rowHash(table, theirs.record) === asSent ? 'mine' : 'both';
}

/** The county took out a row that is here: for sure only if none was lost in reading. */
function whoHasLess({ table, sent, mine, returned }: ComparedRow): Changed {
  const untouched = sent !== undefined && sent !== null && rowHash(table, sent) === rowHash(table, mine!);
  return untouched && !returned.incomplete ? 'theirs' : 'both';
}

function compareFields(row: ComparedRow, mine: ExchangedRecord, theirs: ReturnedRow): Found[] {
  const { table, sent, returned } = row;
  const [m, t] = [exchangedFields(table, mine), exchangedFields(table, theirs.record)];
  const s = sent ? exchangedFields(table, sent) : null;
  const whole = sent === undefined ? byHash(table, mine, theirs) : null;
  const found: Found[] = [];
  for (const field of new Set([...m.keys(), ...t.keys()])) {
    const [ours, came] = [m.get(field), t.get(field)];
    if (sameValue(ours, came) || isUnsaid(field, came, theirs, returned)) continue;
    const was = s?.get(field);
    const changed = s ? whoChanged(was, ours, came) : (whole ?? 'both');
    found.push(differenceOf(row, field, changed, was, ours, came));
  }
  for (const [column, came] of Object.entries(theirs.record.extra ?? {})) {
    const ours = mine.extra && Object.hasOwn(mine.extra, column) ? mine.extra[column] : undefined;
    if (ours === came) continue;
    // Such columns are not sent: one that is not here is the county's own.
    found.push(differenceOf(row, `extra.${column}`, ours === undefined ? 'theirs' : 'both', undefined, ours, came));
  }
  return found;
}

function whoChanged(sent: unknown, mine: unknown, theirs: unknown): Changed {
  if (sameValue(sent, theirs)) return 'mine';
  return sameValue(sent, mine) ? 'theirs' : 'both';
}

/** Of a row of which only the hash as sent is left. */
function byHash(table: ExchangedTable, mine: ExchangedRecord, { record, hash, unread }: ReturnedRow): Changed {
  if (unread.size === 0 && rowHash(table, record) === hash) return 'mine';
  return rowHash(table, mine) === hash ? 'theirs' : 'both';
}

/** Whether the workbook says nothing about a field: its column is gone, its cell unreadable, or it is a place left blank. */
function isUnsaid(field: string, came: unknown, { unread }: ReturnedRow, { fields }: ReturnedTable): boolean {
  return unread.has(field) || !fields.has(field) || (field === 'geometry' && came === undefined);
}

function differenceOf(
  { table, id, mine: record, theirs: row }: ComparedRow,
  field: string | null,
  changed: Changed,
  sent: unknown,
  mine: unknown,
  theirs: unknown,
): Found {
  const name = record?.name ?? row?.record.name;
  return { key: JSON.stringify([table, id, field]), table, id, name, field, changed, sent, mine, theirs };
}

const EXTRA = 'extra.';

/** The edits that make what was taken true here. */
function editsOf({ table, id, mine }: ComparedRow, taken: readonly Difference[]): Edit[] {
  const edits: { table: ExchangedTable; id: string; field?: string; from: unknown; to: unknown }[] = [];
  let extra: ExtraColumns | undefined = mine?.extra;
  for (const { field, mine: from, theirs: to } of taken) {
    if (field === null) edits.push({ table, id, from, to });
    else if (!field.startsWith(EXTRA)) edits.push({ table, id, field, from, to });
    // Spreading defines and never assigns, so a column may be called `__proto__`.
    else extra = { ...extra, ...Object.fromEntries([[field.slice(EXTRA.length), to as string]]) };
  }
  edits.push(...marksAfter(table, id, mine, taken));
  if (extra !== mine?.extra) edits.push({ table, id, field: 'extra', from: mine?.extra, to: extra });
  return edits as unknown as Edit[];
}

/** A figure that a county states is no estimate any more. */
function marksAfter(
  table: ExchangedTable,
  id: string,
  mine: ExchangedRecord | undefined,
  taken: readonly Difference[],
): { table: ExchangedTable; id: string; field: string; from: unknown; to: unknown }[] {
  if (table !== 'areas' || mine === undefined) return [];
  const area = mine as Area;
  const after = markedAfter(area, new Set(taken.flatMap(({ field }) => field ?? [])));
  return (['estimated', 'ageBands'] as const).flatMap((field) => {
    const [from, to] = [area[field], after[field]];
    return sameValue(from, to) ? [] : [{ table, id, field, from, to }];
  });
}
