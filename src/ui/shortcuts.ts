import { useEffect } from 'react';
import { nextProblem } from '../actions/next-problem.ts';
import { redo } from '../actions/redo.ts';
import { undo } from '../actions/undo.ts';
import { useGapRows } from './gap-rows-context.tsx';
import { useWorkspace } from './workspace-context.tsx';

/** Keys that work anywhere but in a field: N and Shift+N step through the gap list, Ctrl/⌘+Z undoes. */
export function useShortcuts(): void {
  const workspace = useWorkspace();
  const gaps = useGapRows();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.defaultPrevented || event.altKey) return;
      if (target instanceof HTMLElement && target.closest('input, textarea, [contenteditable], [role=spinbutton]'))
        return;
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        if (key !== 'z' && key !== 'y') return;
        event.preventDefault();
        void (key === 'y' || event.shiftKey ? redo(workspace) : undo(workspace));
      } else if (key === 'n' && gaps !== null) {
        event.preventDefault();
        nextProblem(workspace, gaps.list, event.shiftKey ? -1 : 1);
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [workspace, gaps]);
}
