import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { listUnit, setMobileView, setUnitView } from '../../actions/arrange.ts';
import { select, selectAndShow } from '../../actions/select.ts';
import { expandedTo } from '../../state/unit-order.ts';
import type { UnitForest, UnitRow } from '../../state/unit-forest.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { treeMove, type TreePlace } from './tree-keys.ts';
import { UNIT_COLUMNS } from './unit-columns.tsx';
import { UnitHead } from './unit-head.tsx';
import { UnitGridRow } from './unit-grid-row.tsx';

/** CSS pixels: `--row` in theme.css, and larger where a finger must hit it. */
const ROW_PX = matchMedia('(pointer: coarse)').matches ? 44 : 32;
const HEAD_ROWS = 1;

/** Units as a tree grid: one stop of the tab key, arrows within; the row it stands on is the one that is selected. */
export function UnitGrid({
  forest,
  rows,
  expanded,
}: {
  readonly forest: UnitForest;
  readonly rows: readonly UnitRow[];
  readonly expanded: ReadonlySet<string>;
}) {
  const { units: t } = useTexts();
  const workspace = useWorkspace();
  const path = useWorkspaceState(({ selection }) => (selection?.kind === 'unit' ? selection.id : null));
  const nested = useWorkspaceState(({ unitView }) => unitView.level === null);
  const scroller = useRef<HTMLDivElement>(null);
  const hint = useId();
  const [column, setColumn] = useState<number | null>(null);
  const at = path === null ? -1 : rows.findIndex(({ unit }) => unit.path === path);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    scrollPaddingStart: ROW_PX,
    // The row that has the keyboard is always there to be named.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return at < 0 || at >= rows.length || shown.includes(at) ? shown : [...shown, at].sort((a, b) => a - b);
    },
  });
  useRevealed(forest, path, expanded);
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'auto' });
  }, [at, virtualizer]);

  const toggle = (row: UnitRow, open: boolean): void => {
    const next = new Set(expanded);
    if (open) next.add(row.key);
    else next.delete(row.key);
    setUnitView(workspace, { expanded: next });
  };
  const goTo = (place: TreePlace): void => {
    setColumn(place.column);
    select(workspace, { kind: 'unit', id: rows[place.row]!.unit.path });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const current = rows[at];
    if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault();
      if (column !== null && UNIT_COLUMNS[column] === 'areas') listUnit(workspace, current.unit.path);
      else {
        selectAndShow(workspace, { kind: 'unit', id: current.unit.path });
        document.querySelector<HTMLElement>('.inspector h2')?.focus();
      }
      return;
    }
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_PX) - 1);
    const keyboard = {
      rows,
      columns: UNIT_COLUMNS.length,
      nested,
      isOpen: (row: UnitRow) => expanded.has(row.key),
      pageRows,
    };
    // Nothing selected: any key of the grid goes to its first row.
    const move = treeMove(event.key, { row: Math.max(0, at), column }, keyboard);
    if (move === null) return;
    event.preventDefault();
    if (at < 0) goTo({ row: 0, column: null });
    else if ('to' in move) goTo(move.to);
    else toggle(current!, move.open);
  };

  const active =
    at < 0 ? {} : { 'aria-activedescendant': column === null ? `unit-${at}` : `unit-${at}-${UNIT_COLUMNS[column]}` };
  return (
    <div
      ref={scroller}
      className="grid-scroller units"
      role="treegrid"
      aria-label={t.title}
      aria-describedby={hint}
      aria-rowcount={rows.length + HEAD_ROWS}
      aria-colcount={UNIT_COLUMNS.length}
      {...active}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <span id={hint} hidden>
        {t.keys}
      </span>
      <UnitHead />
      <div className="grid-body" role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]!;
          return (
            <UnitGridRow
              key={row.key}
              row={row}
              index={index}
              top={start}
              nested={nested}
              open={expanded.has(row.key)}
              selected={index === at}
              column={index === at ? column : null}
              onToggle={(open) => toggle(row, open)}
              onPress={() => {
                setColumn(null);
                selectAndShow(workspace, { kind: 'unit', id: row.unit.path });
                setMobileView(workspace, 'details');
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

/** A unit that is selected elsewhere comes into sight: what it lies in is opened, once a selection. */
function useRevealed(forest: UnitForest, path: string | null, expanded: ReadonlySet<string>): void {
  const workspace = useWorkspace();
  const revealed = useRef<string | null>(null);
  useEffect(() => {
    if (revealed.current === path) return;
    revealed.current = path;
    const row = path === null ? undefined : forest.byPath.get(path);
    if (row === undefined) return;
    const next = expandedTo(expanded, row);
    if (next !== expanded) setUnitView(workspace, { expanded: next });
  }, [workspace, forest, path, expanded]);
}
