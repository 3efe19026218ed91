import type { UnitRow } from '../../state/unit-forest.ts';

/** Where the keyboard stands in a tree grid: on a row (no column), or on one cell of it. */
export interface TreePlace {
  readonly row: number;
  readonly column: number | null;
}

/** What a key does: go somewhere, or open or close the row that it is on. */
export type TreeMove = { readonly to: TreePlace } | { readonly open: boolean };

export interface TreeKeyboard {
  readonly rows: readonly UnitRow[];
  readonly columns: number;
  /** Whether rows can be opened at all: not where one level shows alone. */
  readonly nested: boolean;
  readonly isOpen: (row: UnitRow) => boolean;
  readonly pageRows: number;
}

/**
 * The keys of a tree grid that has its rows first, then their cells; null: the key means nothing here.
 * https://www.w3.org/WAI/ARIA/apg/patterns/treegrid/
 */
export function treeMove(key: string, { row, column }: TreePlace, keyboard: TreeKeyboard): TreeMove | null {
  const { rows, columns, nested, isOpen, pageRows } = keyboard;
  const last = rows.length - 1;
  const current = rows[row];
  if (current === undefined) return null;
  const toRow = (next: number): TreeMove => ({ to: { row: Math.max(0, Math.min(last, next)), column } });
  const toColumn = (next: number | null): TreeMove => ({ to: { row, column: next } });
  const opens = nested && current.children.length > 0;
  switch (key) {
    case 'ArrowDown':
      return toRow(row + 1);
    case 'ArrowUp':
      return toRow(row - 1);
    case 'PageDown':
      return toRow(row + pageRows);
    case 'PageUp':
      return toRow(row - pageRows);
    case 'Home':
      return column === null ? toRow(0) : toColumn(0);
    case 'End':
      return column === null ? toRow(last) : toColumn(columns - 1);
    case 'ArrowRight':
      if (column !== null) return toColumn(Math.min(columns - 1, column + 1));
      return opens && !isOpen(current) ? { open: true } : toColumn(0);
    case 'ArrowLeft': {
      if (column !== null) return toColumn(column === 0 ? null : column - 1);
      if (opens && isOpen(current)) return { open: false };
      const parent = nested && current.parent !== null ? rows.indexOf(current.parent) : -1;
      return parent < 0 ? null : toRow(parent);
    }
    default:
      return null;
  }
}
