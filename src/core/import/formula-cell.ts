/**
 * What a spreadsheet would run as a formula (OWASP, “CSV injection”; the full-width signs too, which Chinese spreadsheets
 * accept), except for what is simply a number.
 */
export const FORMULA = /^(?![-+]?\d+(\.\d+)?$)[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A formula with as many apostrophes before it as there may be. */
function isGuarded(text: string): boolean {
  return FORMULA.test(text.replace(/^'+/, ''));
}

/** A cell of CSV that no spreadsheet runs: an apostrophe before what it would run, and before what is guarded already. */
export function guardCell(text: string): string {
  return isGuarded(text) ? `'${text}` : text;
}

/**
 * The inverse of `guardCell`: takes one apostrophe off where a formula follows, and only there. Other programs guard cells
 * in the same way, so of their files too it gives what was meant.
 */
export function bareCell(text: string): string {
  return text.startsWith("'") && isGuarded(text) ? text.slice(1) : text;
}
