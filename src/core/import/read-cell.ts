import type { IssueCode, IssueDetail } from '../issue.ts';
import { isIsoDate, type IsoDate } from '../units.ts';

/** What a cell says: a value, nothing (unknown), or something that cannot be meant. */
export type Reading<T> =
  | { readonly value: T | undefined; readonly fault?: undefined }
  | { readonly value?: undefined; readonly fault: { readonly code: IssueCode; readonly detail: IssueDetail } };

const UNKNOWN = { value: undefined } as const;

function fault(code: IssueCode, found: string, expected: string | readonly string[]): Reading<never> {
  return { fault: { code, detail: { found, expected } } };
}

/**
 * What people write where they know nothing: dashes, slashes and these words. `无` and `0` are not among them, for they
 * may well mean none.
 */
const BLANK_WORDS: ReadonlySet<string> = new Set([
  '',
  '/',
  '\\',
  '无数据',
  '暂无数据',
  '未知',
  '不详',
  '未填',
  'n/a',
  '#n/a',
  'na',
  'nan',
  'null',
]);

/** A cell as text, trimmed; empty for what is absent. Nested JSON keeps its notation. */
export function cellText(cell: unknown): string {
  if (cell === undefined || cell === null) return '';
  if (typeof cell === 'string') return cell.trim();
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : jsonText(cell);
}

/** A JSON value in its own notation; what is nested too deeply for that is only hinted at. */
export function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch (error) {
    if (error instanceof RangeError) return Array.isArray(value) ? '[…]' : '{…}';
    throw error;
  }
}

/** Text for comparing and counting: full-width forms, no-break spaces and the minus sign become plain ones. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\u2212/g, '-')
    .trim();
}

/** Whether a cell says that nothing is known. */
export function isBlankCell(text: string): boolean {
  if (text === '') return true;
  if (text.length > 6 || /^\d/.test(text)) return false;
  const word = plain(text).toLowerCase();
  return BLANK_WORDS.has(word) || /^[-‐-―_]+$/.test(word);
}

/** Text, or unknown. */
export function readText(cell: unknown): string | undefined {
  const text = cellText(cell);
  return isBlankCell(text) ? undefined : text;
}

/** Units that may follow a number in its cell without changing what it counts. */
export const NUMBER_UNITS = {
  m2: /(?:m2|m\^2|平方米|平米|平方|sqm)$/i,
  households: /(?:户|套)$/,
  persons: /(?:人|名)$/,
  beds: /(?:张|床|人)$/,
  wan_yuan: /(?:万元|万)$/,
} as const;
export type NumberUnit = keyof typeof NUMBER_UNITS;

/** Above any count or m² of one row: a number this large is a slip. */
const LARGEST_NUMBER = 1e12;

const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const GROUPED_NUMBER = /^[+-]?\d{1,3}(?:([, '])\d{3})(?:\1\d{3})*(?:\.\d*)?$/;

/** A number with `.` for decimals, with or without thousands separators (comma, space, apostrophe); NaN if it is none. */
export function parseNumber(text: string): number {
  if (PLAIN_NUMBER.test(text)) return Number(text);
  const digits = plain(text);
  if (PLAIN_NUMBER.test(digits)) return Number(digits);
  return GROUPED_NUMBER.test(digits) ? Number(digits.replace(/[, ']/g, '')) : NaN;
}

function parseWithUnit(text: string, unit: NumberUnit): number {
  return PLAIN_NUMBER.test(text) ? Number(text) : parseNumber(plain(text).replace(NUMBER_UNITS[unit], '').trim());
}

/** An amount ≥ 0 in the unit given, or unknown. */
export function readAmount(cell: unknown, unit: NumberUnit): Reading<number> {
  const text = cellText(cell);
  if (isBlankCell(text)) return UNKNOWN;
  const number = typeof cell === 'number' ? cell : parseWithUnit(text, unit);
  if (!Number.isFinite(number)) {
    return Math.abs(number) === Infinity
      ? fault('number_too_large', text, '≤ 1e12')
      : fault('number_invalid', text, '0, 1, 2.5 …');
  }
  if (number < 0) return fault('number_negative', text, '≥ 0');
  if (number > LARGEST_NUMBER) return fault('number_too_large', text, '≤ 1e12');
  return { value: number === 0 ? 0 : number };
}

/** A whole number ≥ 0, or unknown. */
export function readCount(cell: unknown, unit: NumberUnit): Reading<number> {
  const reading = readAmount(cell, unit);
  if (reading.value === undefined || Number.isInteger(reading.value)) return reading;
  return fault('number_not_whole', cellText(cell), '0, 1, 2 …');
}

const DAY =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]|(\d{2})(\d{2}))$/;
const TIME_OF_DAY = /[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** A day of the calendar, or unknown: `2024-05-31`, `2024/5/31`, `2024.5.31`, `2024年5月31日`, `20240531`, a time after it ignored. */
export function readDay(cell: unknown): Reading<IsoDate> {
  const text = cellText(cell);
  if (isBlankCell(text)) return UNKNOWN;
  const parts = DAY.exec(plain(text).replace(TIME_OF_DAY, '').replace(/\s/g, ''));
  if (parts !== null) {
    const [year, month, day] = parts.slice(1).filter((part) => part !== undefined);
    const iso = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
    if (isIsoDate(iso)) return { value: iso };
  }
  return fault('date_invalid', text, 'YYYY-MM-DD');
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['true', '1', 'yes', 'y', '是', '√'].map((word) => [word, true] as const),
  ...['false', '0', 'no', 'n', '否', '×'].map((word) => [word, false] as const),
]);

/** Yes or no, or unknown. */
export function readFlag(cell: unknown): Reading<boolean> {
  const text = cellText(cell);
  if (isBlankCell(text)) return UNKNOWN;
  const value = BOOLEANS.get(plain(text).toLowerCase());
  return value === undefined ? fault('boolean_invalid', text, ['true', 'false', '是', '否']) : { value };
}

/** The words under which each value of a closed list may stand in a table; every value also stands for itself. */
export interface Words<T extends string> {
  readonly values: readonly T[];
  readonly meaning: ReadonlyMap<string, T>;
}

/** Closes a list of values with the other words for each. */
export function wordsFor<T extends string>(
  values: readonly T[],
  words: { readonly [value in T]?: readonly string[] },
): Words<T> {
  const meaning = new Map<string, T>();
  for (const value of values) {
    for (const word of [value, ...(words[value] ?? [])]) meaning.set(plainWord(word), value);
  }
  return { values, meaning };
}

function plainWord(text: string): string {
  return plain(text)
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}

/** One of a closed list, or unknown. */
export function readWord<T extends string>(cell: unknown, words: Words<T>): Reading<T> {
  const text = cellText(cell);
  const value = words.meaning.get(plainWord(text));
  if (value !== undefined) return { value };
  return isBlankCell(text) ? UNKNOWN : fault('value_unknown', text, words.values);
}
