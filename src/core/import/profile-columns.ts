import type { RawTable } from './raw-table.ts';
import { cellText, isBlankCell, parseNumber } from './read-cell.ts';

/** What stands in a column of a file, for a person to see what it is. */
export interface ColumnProfile {
  readonly header: string;
  /** Rows whose cell says something. */
  readonly filled: number;
  /** Of those, how many hold a number. */
  readonly numbers: number;
  /** Whether every row says something that no other row says. */
  readonly unique: boolean;
  /** Distinct texts with their counts, the most frequent first; null: more than `MOST_DISTINCT`. */
  readonly values: readonly (readonly [text: string, count: number])[] | null;
  /** The first few distinct texts, in the order of the file. */
  readonly samples: readonly string[];
}

/** A column with more distinct texts than this holds no closed list. */
export const MOST_DISTINCT = 60;
const SAMPLES = 4;

/** One profile a header, in the order of the file. */
export function profileColumns({ headers, rows }: Pick<RawTable, 'headers' | 'rows'>): ColumnProfile[] {
  return headers.map((header, at) => {
    let filled = 0;
    let numbers = 0;
    const counts = new Map<string, number>();
    const distinct = new Set<string>();
    for (const { cells } of rows) {
      const text = cellText(cells[at]);
      if (isBlankCell(text)) continue;
      filled++;
      distinct.add(text);
      if (Number.isFinite(parseNumber(text))) numbers++;
      const count = counts.get(text);
      if (count !== undefined || counts.size <= MOST_DISTINCT) counts.set(text, (count ?? 0) + 1);
    }
    const values = counts.size > MOST_DISTINCT ? null : [...counts].sort(([, a], [, b]) => b - a);
    const unique = rows.length > 0 && distinct.size === rows.length;
    return { header, filled, numbers, unique, values, samples: [...counts.keys()].slice(0, SAMPLES) };
  });
}
