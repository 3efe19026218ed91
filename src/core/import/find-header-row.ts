import { plainHeader } from './columns.ts';
import { headerNames } from './match-columns.ts';
import { cellText } from './read-cell.ts';

/** Lines among which the headers are looked for: titles and notes above a table are few. */
const LOOKED_AT = 20;

/** Known headers from which a line is taken for the header line. One may be a word of the data. */
const ENOUGH_KNOWN = 2;

const ROLES = ['areas', 'facilities', 'units', 'candidates', 'population'] as const;
const KNOWN: ReadonlySet<string> = new Set(ROLES.flatMap((role) => [...headerNames(role, false).keys()]));

/**
 * Which line holds the headers, from 0: the one with most headers that are known, the first of equals; where hardly any is,
 * the first that fills at least half as many columns as the widest. −1: every line is blank.
 */
export function findHeaderRow(lines: readonly (readonly unknown[])[]): number {
  const first = lines.findIndex((line) => distinctTexts(line).size > 0);
  if (first < 0) return -1;
  const seen = lines.slice(first, first + LOOKED_AT).map(distinctTexts);
  const known = seen.map((texts) => [...texts].filter((text) => KNOWN.has(plainHeader(text))).length);
  const most = Math.max(...known);
  if (most >= ENOUGH_KNOWN) return first + known.indexOf(most);
  const widest = Math.max(...seen.map(({ size }) => size));
  return first + seen.findIndex(({ size }) => size * 2 >= widest);
}

function distinctTexts(line: readonly unknown[]): ReadonlySet<string> {
  return new Set(Array.from(line, cellText).filter((text) => text !== ''));
}
