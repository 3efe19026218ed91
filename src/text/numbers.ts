/** Narrow no-break space: digits in groups of three, in both languages, never broken over two lines. */
const GROUP_SEPARATOR = '\u202f';

const FORMATS = new Map<number, Intl.NumberFormat>();

function formatOf(digits: number): Intl.NumberFormat {
  let format = FORMATS.get(digits);
  if (format === undefined) {
    format = new Intl.NumberFormat('en', { maximumFractionDigits: digits });
    FORMATS.set(digits, format);
  }
  return format;
}

/** A figure with its thousands set apart, rounded to at most `digits` decimals. */
export function formatNumber(value: number, digits = 2): string {
  return formatOf(digits).format(value).replaceAll(',', GROUP_SEPARATOR);
}

/**
 * A ratio, cut off after `digits` decimals and never rounded up: 19.999 shows as 19.99.
 * The tolerance only mends what binary fractions lose (0.29 × 100 = 28.999…).
 */
export function formatTruncated(value: number, digits = 2): string {
  const scale = 10 ** digits;
  return formatNumber(Math.trunc(value * scale + 1e-7) / scale, digits);
}

/** A share from 0 to 1 as per cent, cut off after one decimal. */
export function formatShare(share: number): string {
  return `${formatTruncated(share * 100, 1)}%`;
}

/** A gap: never shown as nothing while there is one. */
export function formatGap(value: number): string {
  return value > 0 && value < 0.005 ? '< 0.01' : formatNumber(value);
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

/** A moment on this device's clock, to the minute: `2026-06-01 14:32`. */
export function formatDateTime(milliseconds: number): string {
  const at = new Date(milliseconds);
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
