import { zipSync } from 'fflate';
import type { CountyRows } from './split-by-county.ts';
import { writeCountyBook, type BookFacts, type BookWords } from './write-county-book.ts';

export interface CountyBooksWords extends BookWords {
  /** Name of the file with the rows whose county is not known. */
  readonly elsewhere: string;
}

/**
 * One workbook a county in a zip, each named for its county's path. The zip bears the day, not the moment: the same rows sent on
 * the same day are the same bytes.
 */
export async function zipCountyBooks(
  counties: readonly CountyRows[],
  facts: Omit<BookFacts, 'county'>,
  words: CountyBooksWords,
): Promise<Uint8Array<ArrayBuffer>> {
  const books: Record<string, Uint8Array> = {};
  for (const rows of counties) {
    const name = `${fileName(rows.path ?? words.elsewhere)}.xlsx`;
    // oxlint-disable-next-line eslint/no-await-in-loop -- one workbook at a time: they need not all be taken apart at once
    books[name] = await writeCountyBook(rows, { ...facts, county: rows.path ?? '' }, words);
  }
  return new Uint8Array(zipSync(books, { level: 0, mtime: `${facts.sentOn}T12:00:00` }));
}

/** Without what file systems refuse. */
function fileName(path: string): string {
  return path.replaceAll('/', '-').replace(/[\\:*?"<>|]/g, '_');
}
