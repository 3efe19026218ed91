import { useState } from 'react';

/** Rows of a long list that are shown, and how many the next press adds; `add` null: all are shown. */
export function useShownRows<T>(
  rows: readonly T[],
  step: number,
): { readonly shown: readonly T[]; readonly add: number | null; readonly onMore: () => void } {
  const [count, setCount] = useState(step);
  const left = rows.length - count;
  return {
    shown: rows.slice(0, count),
    add: left > 0 ? Math.min(left, step) : null,
    onMore: () => setCount(count + step),
  };
}
