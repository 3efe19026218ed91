import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, type CSSProperties, type KeyboardEvent } from 'react';
import { chooseListed } from '../../actions/choose-listed.ts';
import { chooseRange } from '../../actions/choose-range.ts';
import { toggleChosen } from '../../actions/choose.ts';
import { copyGaps } from '../../actions/copy-gaps.ts';
import { select, selectAndShow } from '../../actions/select.ts';
import type { GapColumn } from '../../state/gap-columns.ts';
import type { GapRows } from '../../state/gap-rows.ts';
import type { AreaId } from '../../core/plan/plan.ts';
import { rowMove } from '../parts/row-move.ts';
import { COARSE, PHONE, useMedia } from '../parts/use-media.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { GapHead } from './gap-head.tsx';
import { gapLayout } from './gap-layout.ts';
import { GapRow, type ChooseRow } from './gap-row.tsx';

/** CSS pixels: `--row` in theme.css, larger where a finger must hit it, and `--card` in gap-list.css. */
const ROW_PX = 32;
const TOUCH_ROW_PX = 44;
const CARD_PX = 84;
const HEAD_ROWS = 1;

/** What there is room for on a phone, one area a card. */
const CARD_COLUMNS: readonly GapColumn[] = ['name', 'verdict', 'unit', 'checks', 'reason'];

/** The rows themselves, only those in view. The grid as a whole has the keyboard; its row is the selected area. */
export function GapGrid({ gaps }: { readonly gaps: GapRows }) {
  const { gaps: t } = useTexts();
  const workspace = useWorkspace();
  const selection = useWorkspaceState((state) => state.selection);
  const chosen = useWorkspaceState((state) => state.chosen);
  const { gapColumns, gapWidths, language } = useWorkspaceState(({ preferences }) => preferences);
  const asCards = useMedia(PHONE);
  const touch = useMedia(COARSE);
  const rowPx = asCards ? CARD_PX : touch ? TOUCH_ROW_PX : ROW_PX;
  const columns = asCards ? CARD_COLUMNS : gapColumns;
  const layout = useMemo(() => gapLayout(columns, gapWidths, language), [columns, gapWidths, language]);
  const scroller = useRef<HTMLDivElement>(null);
  const { list } = gaps;
  const at = selection?.kind === 'area' ? list.indexOf(selection.id) : -1;
  const virtualizer = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 8,
    scrollPaddingStart: asCards ? 0 : rowPx,
  });
  useEffect(() => virtualizer.measure(), [rowPx, virtualizer]);
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'auto' });
  }, [at, virtualizer]);

  /** Where a range begins: the area that was chosen or looked at last. */
  const anchor = useRef<AreaId | null>(null);
  useEffect(() => {
    if (selection?.kind === 'area') anchor.current = selection.id;
  }, [selection]);
  const choose = useCallback<ChooseRow>(
    (row, range) => {
      const from = range && anchor.current !== null ? list.indexOf(anchor.current) : -1;
      if (from >= 0) chooseRange(workspace, list, from, row);
      else toggleChosen(workspace, 'area', list.idAt(row));
      anchor.current = list.idAt(row);
    },
    [workspace, list],
  );

  const shown = virtualizer.getVirtualItems();

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c') {
      if (window.getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      void copyGaps(workspace, gaps);
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      chooseListed(workspace, list);
      return;
    }
    if (event.key === ' ' && at >= 0) {
      event.preventDefault();
      choose(at, false);
      return;
    }
    const to = rowMove(event.key, at, list.length - 1);
    if (to !== null) {
      event.preventDefault();
      if (event.shiftKey && at >= 0) chooseRange(workspace, list, at, to);
      select(workspace, { kind: 'area', id: list.idAt(to) });
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      selectAndShow(workspace, { kind: 'area', id: list.idAt(at) });
      document.querySelector<HTMLElement>('.inspector h2')?.focus();
    }
  };

  return (
    <div
      ref={scroller}
      className="grid-scroller gaps"
      role="grid"
      aria-label={t.label}
      aria-rowcount={list.length + HEAD_ROWS}
      aria-colcount={columns.length}
      aria-multiselectable
      data-cards={asCards}
      {...(at >= 0 ? { 'aria-activedescendant': `gap-row-${at}` } : {})}
      style={{ '--columns': layout.template, '--least': `${layout.leastPx}px` } as CSSProperties}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <GapHead columns={columns} unseen={asCards} list={list} />
      <div className="grid-body" role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
        {shown.map(({ index, start }) => (
          // A row that leaves the view is used for one that comes, not made anew.
          <GapRow
            key={index % shown.length}
            gaps={gaps}
            row={index}
            top={start}
            selected={index === at}
            chosen={chosen.kind === 'area' && chosen.ids.has(list.idAt(index))}
            choose={choose}
            columns={columns}
          />
        ))}
      </div>
    </div>
  );
}
