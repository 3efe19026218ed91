import { readCountyBook, type CountyBook, type ReadCountyBook } from '../../src/core/counties/read-county-book.ts';
import { splitByCountySteps, type CountyRows } from '../../src/core/counties/split-by-county.ts';
import { writeCountyBook, type BookWords } from '../../src/core/counties/write-county-book.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { runSteps } from '../../src/core/progress.ts';
import { SOURCE_HOST } from './source-host.ts';

export const BOOK_WORDS: BookWords = {
  language: 'zh',
  sheets: { areas: '居住区', facilities: '养老服务设施', candidates: '备选场地' },
};

export function splitPlan(plan: Plan): CountyRows[] {
  return runSteps(splitByCountySteps(plan));
}

/** Writes a county's workbook and opens it again, as if it had been to the county and back. */
export async function thereAndBack(rows: CountyRows, words: BookWords = BOOK_WORDS): Promise<ReadCountyBook> {
  const facts = { project: '云渚', county: rows.path ?? '', sentOn: '2026-11-25', version: 'test' };
  const bytes = await writeCountyBook(rows, facts, words);
  return readCountyBook({ name: 'county.xlsx', bytes }, SOURCE_HOST);
}

export async function bookOf(rows: CountyRows): Promise<CountyBook> {
  return (await thereAndBack(rows)).book!;
}
