import { read, utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXCHANGED } from '../../../src/core/counties/exchange.ts';
import { mergeReturned } from '../../../src/core/counties/merge-returned.ts';
import { readCountyBook } from '../../../src/core/counties/read-county-book.ts';
import { writeCountyBook } from '../../../src/core/counties/write-county-book.ts';
import type { Plan } from '../../../src/core/plan/plan.ts';
import { BOOK_WORDS, splitPlan, thereAndBack } from '../../builders/county-books.ts';
import { PlanBuilder, pointAt, squareAt } from '../../builders/plan-builder.ts';
import { randomPlan } from '../../builders/random-plan.ts';
import { SOURCE_HOST } from '../../builders/source-host.ts';

describe('splitting a plan by county', () => {
  it('puts every row into exactly one county', () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const split = splitPlan(plan);
        for (const table of EXCHANGED) {
          const ids = split.flatMap((rows) => rows[table].map(({ id }) => id));
          expect(ids.toSorted()).toEqual([...plan[table].keys()].toSorted());
        }
      }),
      { numRuns: 200 },
    );
  });

  it('goes by the column, else by where a row lies; what no county holds is not dropped', () => {
    const plan = new PlanBuilder()
      .unit('county', 'X', { geometry: squareAt(0, 0, 1000) })
      .unit('county', 'Y', { geometry: squareAt(1000, 0, 1000) })
      .area('A', { geometry: squareAt(100, 100, 50) })
      .area('B', { geometry: squareAt(1100, 100, 50) })
      .area('C', { county: 'Y', geometry: squareAt(200, 100, 50) })
      .area('D')
      .facility('f', { geometry: pointAt(1200, 100) })
      .build();
    const candidates = new Map([
      ['p', { id: 'p', kind: 'other', geometry: pointAt(50, 50) } as const],
      ['q', { id: 'q', kind: 'other', county: 'Y', geometry: pointAt(50, 50) } as const],
    ]);
    const ids = splitPlan({ ...plan, candidates }).map(({ path, areas, facilities, candidates: sites }) => [
      path,
      ...[...areas, ...facilities, ...sites].map(({ id }) => id),
    ]);
    expect(ids).toEqual([
      ['X', 'A', 'p'],
      ['Y', 'B', 'C', 'f', 'q'],
      [null, 'D'],
    ]);
  });
});

const FULL: Plan = new PlanBuilder()
  .area('001', {
    name: '=幸福里',
    class: 'new',
    settlement: 'rural',
    households: 1200,
    residents: 3000.5,
    conditionDate: '2024-02-29',
    pool: 'P 1',
    geometry: pointAt(10, 10),
    county: 'X',
    extra: { 备注: '内部' },
  })
  .area('002', { class: 'unknown', geometry: squareAt(0, 0, 100), county: 'X' })
  .facility('f', {
    name: '_x0041_',
    type: 'county_institution',
    status: undefined,
    serves: [{ area: '001', m2: 80.25 }, { area: '002' }],
    entrance: [120.9, 32.000_01],
    publicBenefit: false,
    building: '3',
    acquisition: 'buy_back',
    geometry: pointAt(20, 20),
    county: 'X',
  })
  .build();

describe("a county's workbook", () => {
  it.each(['zh', 'en'] as const)('comes back as it went, in %s', async (language) => {
    const [rows] = splitPlan(FULL);
    const { book, issues } = await thereAndBack(rows!, { ...BOOK_WORDS, language });
    expect(issues).toEqual([]);
    expect(book!.facts).toEqual({ project: '云渚', county: 'X', sentOn: '2026-11-25', version: 'test' });
    expect(book!.tables.facilities!.rows.get('f')!.record).toEqual(FULL.facilities.get('f'));
    const { extra: _, ...sent } = FULL.areas.get('001')!;
    expect(book!.tables.areas!.rows.get('001')!.record).toEqual(sent);
    expect(book!.tables.areas!.sent!.get('001')).toEqual(sent);
  });

  it('of any plan changes nothing when it comes back untouched', async () => {
    await fc.assert(
      fc.asyncProperty(randomPlan, async (plan) => {
        for (const rows of splitPlan(plan)) {
          const { book, issues } = await thereAndBack(rows);
          expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
          expect(mergeReturned(plan, book!)).toEqual({ change: [], differences: [], open: [] });
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is told from any other workbook', async () => {
    const other = utils.book_new(utils.aoa_to_sheet([['id'], ['A']]), '居住区');
    const bytes = new Uint8Array(write(other, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    const { book, issues } = await readCountyBook({ name: 'a.xlsx', bytes }, SOURCE_HOST);
    expect(book).toBeNull();
    expect(issues).toMatchObject([{ code: 'county_book_unknown', where: { file: 'a.xlsx' } }]);
  });
});

/** The same with a name that the library we work with here would not write as Excel does. */
const PLAIN: Plan = {
  ...FULL,
  facilities: new Map([['f', { ...FULL.facilities.get('f')!, name: '供养中心' }]]),
};

/** Opens the workbook as a spreadsheet program does, lets somebody work on it, and reads what was saved. */
async function worked(edit: (book: ReturnType<typeof read>) => void) {
  const [rows] = splitPlan(PLAIN);
  const facts = { project: '云渚', county: 'X', sentOn: '2026-11-25', version: 'test' };
  const book = read(await writeCountyBook(rows!, facts, BOOK_WORDS), { type: 'array' });
  edit(book);
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  return readCountyBook({ name: 'back.xlsx', bytes }, SOURCE_HOST);
}

/** A sheet as lines of cells, changed and put back. */
function rewrite(book: ReturnType<typeof read>, sheet: string, edit: (lines: unknown[][]) => unknown[][]): void {
  const lines = utils.sheet_to_json<unknown[]>(book.Sheets[sheet]!, { header: 1 });
  book.Sheets[sheet] = utils.aoa_to_sheet(edit(lines));
}

describe('a workbook that somebody worked on', () => {
  it('survives sorting, and brings what was typed', async () => {
    const { book } = await worked((one) =>
      rewrite(one, '居住区', ([head, ...lines]) => {
        const households = head!.indexOf('户数');
        const sorted = lines.toReversed();
        sorted[0]![households] = '800 户';
        return [head!, ...sorted];
      }),
    );
    const { differences, change } = mergeReturned(PLAIN, book!);
    expect(differences).toMatchObject([{ id: '002', field: 'households', changed: 'theirs', theirs: 800 }]);
    expect(change).toHaveLength(1);
  });

  it('says nothing by a cell that cannot be read, nor by a column that is gone', async () => {
    const { book, issues } = await worked((one) => {
      rewrite(one, '居住区', ([head, ...lines]) => {
        lines[0]![head!.indexOf('户数')] = '约一千';
        return [head!, ...lines];
      });
      rewrite(one, '养老服务设施', (lines) => {
        const gone = lines[0]!.indexOf('取得方式');
        return lines.map((line) => line.toSpliced(gone, 1));
      });
    });
    expect(issues).toMatchObject([{ code: 'number_invalid', where: { id: '001', column: '户数' } }]);
    expect(mergeReturned(PLAIN, book!).differences).toEqual([]);
  });

  it('takes a row out only where none was lost in reading', async () => {
    const drop = (lines: unknown[][]) => lines.filter((line) => line[0] !== '002');
    const gone = await worked((one) => rewrite(one, '居住区', drop));
    expect(mergeReturned(PLAIN, gone.book!).differences).toMatchObject([
      { id: '002', field: null, changed: 'theirs', taken: 'theirs', theirs: undefined },
    ]);
    const unnamed = await worked((one) =>
      rewrite(one, '居住区', (lines) => lines.map((line) => (line[0] === '002' ? ['', ...line.slice(1)] : line))),
    );
    expect(mergeReturned(PLAIN, unnamed.book!).open).toMatchObject([{ id: '002', field: null, changed: 'both' }]);
  });

  it('keeps what the county added: rows, and columns of its own', async () => {
    const { book } = await worked((one) =>
      rewrite(one, '居住区', ([head, ...lines]) => [
        [...head!, '电梯'],
        ...lines.map((line, i) => (i === 0 ? [...line, '有'] : line)),
        ['003', '新苑', '新建'],
      ]),
    );
    const { differences, open } = mergeReturned(PLAIN, book!);
    expect(differences).toMatchObject([
      { id: '001', field: 'extra.电梯', changed: 'theirs', theirs: '有' },
      { id: '003', field: null, changed: 'theirs', theirs: { id: '003', name: '新苑', class: 'new' } },
    ]);
    expect(open).toEqual([]);
  });

  it('whose hidden sheets are lost still tells by the hash who changed a row', async () => {
    const { book, issues } = await worked((one) => {
      one.SheetNames = one.SheetNames.filter((name) => !name.startsWith('yiquan_'));
      rewrite(one, '居住区', ([head, ...lines]) => {
        lines[0]![head!.indexOf('户数')] = 900;
        return [head!, ...lines];
      });
    });
    expect(issues.map(({ code }) => code)).toContain('county_sent_lost');
    expect(mergeReturned(PLAIN, book!).differences).toMatchObject([{ id: '001', changed: 'theirs', theirs: 900 }]);
    const mineToo = {
      ...PLAIN,
      areas: new Map(PLAIN.areas).set('001', { ...PLAIN.areas.get('001')!, residents: 10 }),
    };
    expect(mergeReturned(mineToo, book!).open.map(({ field }) => field)).toEqual(['households', 'residents']);
    expect(mergeReturned(mineToo, book!).change).toEqual([]);
  });
});
