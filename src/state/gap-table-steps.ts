import Papa from 'papaparse';
import { AREA_CHECKS } from '../core/checks/result.ts';
import type { Steps } from '../core/progress.ts';
import { FORMULA } from '../core/import/formula-cell.ts';
import type { Texts } from '../text/texts.ts';
import { checkWord, gapCell, isEstimable } from './gap-cell.ts';
import { gapColumnTitle } from './gap-column-title.ts';
import type { GapColumn } from './gap-columns.ts';
import type { GapRows } from './gap-rows.ts';

export interface GapTableRequest {
  readonly gaps: GapRows;
  readonly columns: readonly GapColumn[];
  readonly texts: Texts;
  readonly elderAge: number;
}

/** How the table is written: for the clipboard, or as a file. Both escape what a spreadsheet would run as a formula. */
export const TABLE_FORMS = {
  tsv: { delimiter: '\t', newline: '\n', escapeFormulae: FORMULA },
  csv: { delimiter: ',', newline: '\r\n', escapeFormulae: FORMULA },
} as const;
export type TableForm = keyof typeof TABLE_FORMS;

/** Rows written between two breaths: well under a millisecond each. */
const ROWS_A_STEP = 100;

/**
 * The gap list as text, headed, row for row as it is shown: filtered, sorted, with the chosen columns and in the words of
 * `texts`. Figures are rounded as shown, their thousands not set apart, for a spreadsheet to add up.
 */
export function* gapTableSteps(request: GapTableRequest, form: TableForm): Steps<string> {
  const { gaps, columns } = request;
  const config = TABLE_FORMS[form];
  const total = gaps.rows.length;
  const explained = columns.some(isEstimable) && [...gaps.areas.values()].some(({ estimated }) => estimated);
  const head = columns.flatMap((column) => heads(request, column));
  const parts = [Papa.unparse([explained ? [...head, request.texts.population.column] : head], config)];
  for (let row = 0; row < total; row += ROWS_A_STEP) {
    yield { stage: 'writing', done: row, total };
    const positions = gaps.rows.subarray(row, row + ROWS_A_STEP);
    const lines = Array.from(positions, (at) => {
      const line = columns.flatMap((column) => cells(request, column, at));
      return explained ? [...line, estimates(request, at)] : line;
    });
    parts.push(Papa.unparse(lines, config));
  }
  return `${parts.join(config.newline)}${config.newline}`;
}

/** What the shown figures of a row were estimated from: they themselves stay numbers that add up. */
function estimates({ gaps, columns, texts }: GapTableRequest, position: number): string {
  const said = columns.filter(isEstimable).map((column) => gapCell(gaps, column, position, texts).estimated);
  return [...new Set(said)].filter((one) => one !== undefined).join(' ');
}

/** The checks' signs are one column on the screen, and a column a check where there is room for words. */
function heads({ texts, elderAge }: GapTableRequest, column: GapColumn): string[] {
  if (column === 'checks') return AREA_CHECKS.map((check) => texts.checks.check[check]);
  const { title, unit } = gapColumnTitle(column, texts, elderAge);
  return [unit === null ? title : texts.gaps.withUnit(title, unit)];
}

function cells({ gaps, texts }: GapTableRequest, column: GapColumn, position: number): string[] {
  if (column === 'checks') return AREA_CHECKS.map((check) => checkWord(gaps, check, position, texts));
  return [gapCell(gaps, column, position, texts).plain];
}
