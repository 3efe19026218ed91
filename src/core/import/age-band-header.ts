import type { AgeBand } from '../plan/age-bands.ts';
import { plainHeader } from './columns.ts';

/** Beyond any age: a header with such a number means something else. */
const OLDEST = 130;

const YEARS = '(?:周?岁|_?years?|_?yrs?)?';
const CLOSED = new RegExp(`^(\\d{1,3})${YEARS}(?:_|~|至|到|[–—―])(\\d{1,3})${YEARS}$`);
const OPEN = new RegExp(`^(\\d{1,3})${YEARS}(?:\\+|[及或]?以上|_and_(?:over|older|above))${YEARS}$`);
const AT_LEAST = new RegExp(`^(?:≥|>=)(\\d{1,3})${YEARS}$`);
const UP_TO = new RegExp(`^(\\d{1,3})${YEARS}[及或]以下$`);
const BELOW = new RegExp(`^(?:不满|未满|<)?(\\d{1,3})${YEARS}(?:以下)?$`);

/** What may stand around the ages: a word for persons or ages, a unit in brackets. */
const BEFORE = /^(?:年龄段?|aged?|ages|人口)_?/;
const AFTER = /_?(?:[([【](?:人|persons)[)\]】])$|_?(?:人口数?|人数|人)$/;

/** The ages that a header such as `0-14岁`, `60~69`, `80岁及以上人口` or `65+` stands for; null: it is no age band. */
export function parseAgeBand(header: string): Pick<AgeBand, 'from' | 'to'> | null {
  const text = plainHeader(header).replace(AFTER, '').replace(AFTER, '').replace(BEFORE, '');
  const closed = CLOSED.exec(text);
  if (closed) return checked(Number(closed[1]), Number(closed[2]));
  const open = OPEN.exec(text) ?? AT_LEAST.exec(text);
  if (open) return checked(Number(open[1]), null);
  const upTo = UP_TO.exec(text);
  if (upTo) return checked(0, Number(upTo[1]));
  const below = /以下|不满|未满|</.test(text) ? BELOW.exec(text) : null;
  if (below) return checked(0, Number(below[1]) - 1);
  const single = /^(\d{1,3})周?岁$/.exec(text);
  return single ? checked(Number(single[1]), Number(single[1])) : null;
}

function checked(from: number, to: number | null): Pick<AgeBand, 'from' | 'to'> | null {
  return from <= OLDEST && (to === null || (to >= from && to <= OLDEST)) ? { from, to } : null;
}

/**
 * Headers that together are age bands, by position; of two for the same ages the first. Empty unless one of them is closed
 * and one reaches an age at which people may be elders: `65岁及以上` alone is a plain count of elders.
 */
export function ageBandHeaders(headers: readonly string[]): (Pick<AgeBand, 'from' | 'to'> & { readonly at: number })[] {
  const found = headers.flatMap((header, at) => {
    const band = parseAgeBand(header);
    return band ? [{ at, ...band }] : [];
  });
  const bands = found.filter(
    (band, i) => found.findIndex(({ from, to }) => from === band.from && to === band.to) === i,
  );
  const closed = bands.some(({ to }) => to !== null);
  const old = bands.some(({ to }) => to === null || to >= YOUNGEST_ELDERS);
  return closed && old ? bands : [];
}

/** The least that the setting `elder_age` may be. */
const YOUNGEST_ELDERS = 40;
