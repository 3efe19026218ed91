import Papa from 'papaparse';
import { FORMULA } from '../core/import/formula-cell.ts';
import type { Walk } from './walk-table.ts';

const COLUMNS = ['from_id', 'to_id', 'minutes'];

/**
 * Walks as CSV, a piece of text for each group of them: a city's walks may be more than one string can hold. Without a
 * byte order mark, for programs read this, and a mark would become part of the first column's name.
 */
export function* walksCsv(groups: Iterable<readonly Walk[]>): Generator<string> {
  yield `${COLUMNS.join(',')}\n`;
  for (const walks of groups) {
    if (walks.length === 0) continue;
    const data = walks.map(({ from_id, to_id, minutes }) => [from_id, to_id, minutes]);
    yield `${Papa.unparse(data, { newline: '\n', escapeFormulae: FORMULA })}\n`;
  }
}

/** Walks as a JSON array, one object a line, in pieces. */
export function* walksJson(groups: Iterable<readonly Walk[]>): Generator<string> {
  let before = '[\n';
  for (const walks of groups) {
    if (walks.length === 0) continue;
    yield before + walks.map((walk) => JSON.stringify(walk)).join(',\n');
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
