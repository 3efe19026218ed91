import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXCHANGED, type ExchangedRecord, type ExchangedTable } from '../../../src/core/counties/exchange.ts';
import { rowHash, exchangedFields } from '../../../src/core/counties/exchange.ts';
import { mergeReturned, type Side } from '../../../src/core/counties/merge-returned.ts';
import type { CountyBook, ReturnedRow, ReturnedTable } from '../../../src/core/counties/read-county-book.ts';
import { exchangeColumns } from '../../../src/core/counties/exchange.ts';
import { applyChange, inverse } from '../../../src/core/plan/edit.ts';
import type { Plan } from '../../../src/core/plan/plan.ts';
import { splitPlan } from '../../builders/county-books.ts';
import { randomPlan } from '../../builders/random-plan.ts';
import type { CountyRows } from '../../../src/core/counties/split-by-county.ts';

const RUNS = { numRuns: 300 };

/** A workbook as it comes back, without writing one: what was sent, and what the county makes of it. */
function returned(rows: CountyRows, edit: (plan: CountyRows) => CountyRows): CountyBook {
  const worked = edit(rows);
  const tableOf = (table: ExchangedTable): ReturnedTable => {
    const sent = new Map<string, ExchangedRecord>(rows[table].map((record) => [record.id, record]));
    const back = worked[table].map((record): [string, ReturnedRow] => {
      const before = sent.get(record.id);
      return [record.id, { record, hash: before ? rowHash(table, before) : null, unread: new Set() }];
    });
    const fields = new Set(exchangeColumns(table, 'en').map(({ field }) => field));
    return { rows: new Map(back), fields, incomplete: false, sent };
  };
  const tables = Object.fromEntries(EXCHANGED.map((table) => [table, tableOf(table)]));
  return { facts: { project: '', county: rows.path ?? '', sentOn: '2026-11-25', version: '' }, tables };
}

/** Changes to some rows: figures replaced or taken off, rows added and taken out. */
const work = fc.record({
  households: fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D'), fc.option(fc.nat(5000), { nil: undefined })),
  names: fc.dictionary(fc.constantFrom('f1', 'f2', 'f3'), fc.constantFrom('甲', '乙')),
  gone: fc.subarray(['A', 'E', 'f2'], { maxLength: 2 }),
  added: fc.subarray(['n1', 'n2']),
});
type Work = typeof work extends fc.Arbitrary<infer W> ? W : never;

function edited<R extends ExchangedRecord>(records: readonly R[], { households, names, gone }: Work): R[] {
  return records
    .filter(({ id }) => !gone.includes(id))
    .map((record) => {
      const next: Record<string, unknown> = { ...record };
      if (Object.hasOwn(names, record.id)) next['name'] = names[record.id];
      if (Object.hasOwn(households, record.id)) {
        if (households[record.id] === undefined) delete next['households'];
        else next['households'] = households[record.id];
      }
      return next as unknown as R;
    });
}

function workOn(rows: CountyRows, done: Work): CountyRows {
  const added = done.added.map((id) => ({ id: `${rows.path}${id}`, type: 'meal' as const }));
  return {
    ...rows,
    areas: edited(rows.areas, done),
    facilities: [...edited(rows.facilities, done), ...added],
  };
}

function workOnPlan(plan: Plan, done: Work): Plan {
  const mapOf = <R extends ExchangedRecord>(records: readonly R[]) => new Map(records.map((one) => [one.id, one]));
  return {
    ...plan,
    areas: mapOf(edited([...plan.areas.values()], done)),
    facilities: mapOf(edited([...plan.facilities.values()], done)),
  };
}

function withoutMaps({ areas, facilities, candidates }: Plan): unknown {
  const sorted = (table: ReadonlyMap<string, ExchangedRecord>) =>
    Object.fromEntries([...table].sort(([a], [b]) => (a < b ? -1 : 1)));
  return [sorted(areas), sorted(facilities), sorted(candidates)];
}

describe('bringing in what a county sent back', () => {
  it('takes exactly what the county did, where nobody else did anything', () => {
    fc.assert(
      fc.property(randomPlan, work, (plan, done) => {
        const [rows] = splitPlan(plan);
        const { change, open } = mergeReturned(
          plan,
          returned(rows!, (one) => workOn(one, done)),
        );
        expect(open).toEqual([]);
        const after = splitPlan(applyChange(plan, change));
        const expected = workOn(rows!, done);
        const all = after.flatMap(({ areas, facilities }) => [...areas, ...facilities]);
        for (const record of [...expected.areas, ...expected.facilities]) {
          expect(all.find(({ id }) => id === record.id)).toEqual(record);
        }
        for (const { id } of [...rows!.areas, ...rows!.facilities]) {
          if (done.gone.includes(id)) expect(all.some((one) => one.id === id)).toBe(false);
        }
      }),
      RUNS,
    );
  });

  it('changes nothing where the county changed nothing, whatever happened here since', () => {
    fc.assert(
      fc.property(randomPlan, work, (plan, done) => {
        const books = splitPlan(plan).map((rows) => returned(rows, (same) => same));
        const since = workOnPlan(plan, done);
        for (const book of books) {
          const { change, open, differences } = mergeReturned(since, book);
          expect(change).toEqual([]);
          expect(open).toEqual([]);
          expect(differences.every(({ changed, taken }) => changed === 'mine' && taken === 'mine')).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('comes to the same in whichever order two counties return', () => {
    fc.assert(
      fc.property(randomPlan, work, work, (plan, first, second) => {
        const [one, other] = splitPlan(plan);
        if (!one || !other) return;
        const books = [
          returned(one, (rows) => workOn(rows, first)),
          returned(other, (rows) => workOn(rows, second)),
        ] as const;
        const bring = (to: Plan, book: CountyBook) => applyChange(to, mergeReturned(to, book).change);
        expect(withoutMaps(bring(bring(plan, books[0]), books[1]))).toEqual(
          withoutMaps(bring(bring(plan, books[1]), books[0])),
        );
      }),
      RUNS,
    );
  });

  it('never settles a conflict by itself, and settles it as chosen', () => {
    fc.assert(
      fc.property(randomPlan, work, work, fc.constantFrom<Side>('mine', 'theirs'), (plan, ours, theirs, side) => {
        const since = workOnPlan(plan, ours);
        for (const rows of splitPlan(plan)) {
          const book = returned(rows, (one) => workOn(one, theirs));
          const { change, differences, open } = mergeReturned(since, book);
          const both = differences.filter(({ changed }) => changed === 'both');
          expect(open).toEqual(both);
          const untouched = applyChange(since, change);
          for (const { table, id, field } of both) {
            const [before, after] = [since[table].get(id), untouched[table].get(id)];
            if (field === null) expect(after).toEqual(before);
            else expect(after?.[field as 'id']).toEqual(before?.[field as 'id']);
          }
          const choices = new Map(both.map(({ key }) => [key, side]));
          const settled = mergeReturned(since, book, choices);
          expect(settled.open).toEqual([]);
          const result = applyChange(since, settled.change);
          for (const { table, id, field, mine, theirs: came } of both) {
            const wanted = side === 'mine' ? mine : came;
            const record = result[table].get(id);
            expect(field === null ? record : record && exchangedFields(table, record).get(field)).toEqual(wanted);
          }
        }
      }),
      RUNS,
    );
  });

  it('is taken back whole by one undo', () => {
    fc.assert(
      fc.property(randomPlan, work, work, (plan, ours, theirs) => {
        const since = workOnPlan(plan, ours);
        for (const rows of splitPlan(plan)) {
          const book = returned(rows, (one) => workOn(one, theirs));
          const { differences } = mergeReturned(since, book);
          const choices = new Map(differences.map(({ key }) => [key, 'theirs' as const]));
          const { change } = mergeReturned(since, book, choices);
          expect(withoutMaps(applyChange(applyChange(since, change), inverse(change)))).toEqual(withoutMaps(since));
        }
      }),
      RUNS,
    );
  });

  it('is done once it is done: the same workbook again changes nothing', () => {
    fc.assert(
      fc.property(randomPlan, work, (plan, done) => {
        for (const rows of splitPlan(plan)) {
          const book = returned(rows, (one) => workOn(one, done));
          const after = applyChange(plan, mergeReturned(plan, book).change);
          expect(mergeReturned(after, book).change).toEqual([]);
          expect(mergeReturned(after, book).open).toEqual([]);
        }
      }),
      RUNS,
    );
  });
});
