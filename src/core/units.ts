/**
 * How numbers compare, everywhere: differences below this are equality.
 * In m² for areas, metres for distances, and as plain numbers for counts and shares.
 */
export const TOLERANCE = 1e-6;

/** Whether `counted` reaches `required` within the tolerance. */
export function reaches(counted: number, required: number): boolean {
  return counted >= required - TOLERANCE;
}

/** What `counted` lacks of `required`: never negative, and zero within the tolerance. */
export function shortfall(counted: number, required: number): number {
  return reaches(counted, required) ? 0 : required - counted;
}

/** A calendar day, `YYYY-MM-DD`. ISO days compare as text. */
export type IsoDate = string;

const DAY_MS = 86_400_000;

function utcMs(date: IsoDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((utcMs(to) - utcMs(from)) / DAY_MS);
}

/** Whether the text is a day of the calendar written `YYYY-MM-DD`. */
export function isIsoDate(text: string): text is IsoDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(utcMs(text)).toISOString().slice(0, 10) === text;
}

/** Order of ids and names wherever an order must not depend on the rows' order or on the machine's language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
