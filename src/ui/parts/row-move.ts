/** Rows that a page of a grid is taken for. */
const PAGE_ROWS = 10;

/** The row of a grid that a key leads to from another (-1: none yet), of rows up to `last`; null: the key leads nowhere. */
export function rowMove(key: string, at: number, last: number): number | null {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE_ROWS,
    PageUp: at - PAGE_ROWS,
    Home: 0,
    End: last,
  };
  const move = moves[key];
  return move === undefined ? null : Math.max(0, Math.min(last, move));
}
