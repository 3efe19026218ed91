import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react';

/** What a container of rows needs so that focus is not lost. */
interface KeptFocus {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/** Follows a row that moves into another table while it has the focus, as one does whose year is typed. */
export function useKeptFocus(): KeptFocus {
  const ref = useRef<HTMLDivElement>(null);
  const row = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (row.current === null || document.activeElement !== document.body) return;
    const moved = ref.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.current)}"] input`);
    moved?.focus();
  });
  return {
    ref,
    onFocus({ target }) {
      row.current = target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null;
    },
    onBlur({ relatedTarget }) {
      // Left for nowhere on purpose: a row that is taken away tells of no blur.
      if (relatedTarget === null) row.current = null;
    },
  };
}
