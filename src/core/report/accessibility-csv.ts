import Papa from 'papaparse';
import type { AccessibilityFile } from './accessibility-json.ts';
import { FORMULA } from '../import/formula-cell.ts';

const COLUMNS = ['id', 'name', 'demand', 'access', 'left_out'] as const;

/** One row an area; unknown figures are empty. With a byte order mark, without which Excel misreads Chinese. */
export function accessibilityCsv({ areas }: AccessibilityFile): string {
  const data = areas.map((area) => COLUMNS.map((column) => area[column]));
  const body = Papa.unparse({ fields: [...COLUMNS], data }, { newline: '\r\n', escapeFormulae: FORMULA });
  return `\uFEFF${body}\r\n`;
}
