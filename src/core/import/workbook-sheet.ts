/** A sheet as it stands, before any of its lines is taken for headers. */
export interface WorkbookSheet {
  readonly name: string;
  /** Cells line by line; what is blank is undefined. */
  readonly lines: unknown[][];
  readonly merges: readonly CellRange[];
  /** Formulas whose result was never saved. */
  readonly formulasWithoutValue: number;
}

/** Cells merged into one: lines and columns from 0, both ends included. */
export interface CellRange {
  readonly fromLine: number;
  readonly toLine: number;
  readonly column: number;
}

/** A workbook cannot be opened without its password. */
export class WorkbookLocked extends Error {}

/** Carries text merged over several lines down into each; how many numbers were merged so, and stayed in their first line. */
export function spreadMerged({ lines, merges }: WorkbookSheet): number {
  let numbers = 0;
  for (const { fromLine, toLine, column } of merges) {
    const value = lines[fromLine]?.[column];
    const last = Math.min(toLine, lines.length - 1);
    if (value === undefined || last <= fromLine) continue;
    if (typeof value === 'number') {
      numbers++;
      continue;
    }
    for (let line = fromLine + 1; line <= last; line++) lines[line]![column] ??= value;
  }
  return numbers;
}
