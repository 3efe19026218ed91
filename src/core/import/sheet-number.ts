import type { SSF as FormatsOfSheets } from '@e965/xlsx';

/** The library's knowledge of number formats. */
export type NumberFormats = typeof FormatsOfSheets;

/**
 * What a number says in its format: a day as an ISO date (with the time of day, if any), a time or duration as the sheet shows
 * it, or the number itself. `date1904`: the workbook counts days from 1904.
 */
export function readSheetNumber(
  value: number,
  format: string,
  date1904: boolean,
  formats: NumberFormats,
): number | string {
  if (!formats.is_date(format)) return value;
  if (!/[yd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ''))) return formats.format(format, value, { date1904 });
  const day = formats.parse_date_code(value, { date1904 }) as SheetDay | null;
  if (!day) return value;
  const date = `${String(day.y).padStart(4, '0')}-${two(day.m)}-${two(day.d)}`;
  return day.H || day.M || day.S >= 1 ? `${date}T${two(day.H)}:${two(day.M)}:${two(day.S)}` : date;
}

interface SheetDay {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly H: number;
  readonly M: number;
  readonly S: number;
}

function two(number: number): string {
  return String(Math.floor(number)).padStart(2, '0');
}
