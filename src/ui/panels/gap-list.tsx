import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import { clearFilter, setMobileView, setSort } from '../../actions/arrange.ts';
import { select, selectAndShow } from '../../actions/select.ts';
import { AREA_CHECKS, VERDICTS } from '../../core/checks/result.ts';
import { AREA_CLASSES } from '../../core/plan/plan.ts';
import { settingsInUse } from '../../state/selectors.ts';
import { GAP_COLUMNS, type GapColumn } from '../../state/workspace-state.ts';
import { formatGap, formatNumber } from '../../text/numbers.ts';
import { useGapRows, type GapRows } from '../gap-rows-context.tsx';
import { EmptyNote } from '../parts/empty-note.tsx';
import { Icon } from '../parts/icon.tsx';
import { VerdictMark, verdictOfCode } from '../parts/verdict-mark.tsx';
import { mainProblem } from '../parts/main-problem.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { VerdictChips } from './gap-toolbar.tsx';

/** CSS pixels: `--row` in theme.css, and larger where a finger must hit it. */
const ROW_PX = matchMedia('(pointer: coarse)').matches ? 44 : 32;
const HEAD_ROWS = 1;
const PAGE_ROWS = 10;

export function GapList() {
  const { gaps: t } = useTexts();
  const rows = useGapRows();
  const workspace = useWorkspace();
  if (rows === null) return <EmptyNote title={t.noAreasTitle} help={t.noAreasHelp} />;
  return (
    <div className="gap-list">
      <VerdictChips />
      {rows.rows.length === 0 ? (
        <EmptyNote title={t.emptyTitle} help={t.emptyHelp(formatNumber(rows.digest.areaIds.length))}>
          <Button className="button small" onPress={() => clearFilter(workspace)}>
            {t.clear}
          </Button>
        </EmptyNote>
      ) : (
        <GapGrid gaps={rows} />
      )}
    </div>
  );
}

const COLUMNS: readonly (GapColumn | 'reason')[] = [...GAP_COLUMNS, 'reason'];

function GapGrid({ gaps }: { readonly gaps: GapRows }) {
  const { gaps: t } = useTexts();
  const workspace = useWorkspace();
  const selection = useWorkspaceState((state) => state.selection);
  const scroller = useRef<HTMLDivElement>(null);
  const { list } = gaps;
  const at = selection?.kind === 'area' ? list.indexOf(selection.id) : -1;
  const virtualizer = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    scrollPaddingStart: ROW_PX,
  });
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'auto' });
  }, [at, virtualizer]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const last = list.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + PAGE_ROWS,
      PageUp: at - PAGE_ROWS,
      Home: 0,
      End: last,
    };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      select(workspace, { kind: 'area', id: list.idAt(Math.max(0, Math.min(last, move))) });
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      selectAndShow(workspace, { kind: 'area', id: list.idAt(at) });
      document.querySelector<HTMLElement>('.inspector h2')?.focus();
    }
  };

  return (
    <div
      ref={scroller}
      className="grid-scroller"
      role="grid"
      aria-label={t.label}
      aria-rowcount={list.length + HEAD_ROWS}
      aria-colcount={COLUMNS.length}
      {...(at >= 0 ? { 'aria-activedescendant': `gap-row-${at}` } : {})}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <GapHead />
      <div className="grid-body" role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <GapRow key={index} gaps={gaps} row={index} top={start} selected={index === at} />
        ))}
      </div>
    </div>
  );
}

function GapHead() {
  const { gaps: t, checks } = useTexts();
  const workspace = useWorkspace();
  const sort = useWorkspaceState((state) => state.sort);
  const plan = useWorkspaceState((state) => state.plan);
  const age = String(settingsInUse({ plan }).elder_age);
  const title = (column: GapColumn | 'reason'): string =>
    column === 'verdict' ? checks.overall : column === 'elders' ? t.column.elders(age) : t.column[column];
  return (
    <div className="grid-row grid-head" role="row" aria-rowindex={1}>
      {COLUMNS.map((column, i) => (
        <div
          key={column}
          role="columnheader"
          tabIndex={-1}
          aria-colindex={i + 1}
          className={`cell ${column}`}
          {...(column === sort.column ? { 'aria-sort': sort.descending ? 'descending' : 'ascending' } : {})}
        >
          {column === 'reason' ? (
            title(column)
          ) : (
            <button
              type="button"
              className="sort"
              aria-label={t.sortBy(title(column))}
              onClick={() => setSort(workspace, { column, descending: nextDirection(sort, column) })}
            >
              {column === 'verdict' ? (
                <span className="check-heads" aria-hidden="true">
                  {AREA_CHECKS.map((check) => (
                    <span key={check} title={checks.check[check]}>
                      {checks.checkShort[check]}
                    </span>
                  ))}
                </span>
              ) : (
                title(column)
              )}
              {sort.column === column ? <Icon name={sort.descending ? 'down' : 'up'} size={11} /> : null}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}

const LARGEST_FIRST: readonly GapColumn[] = ['households', 'elders', 'floorGap', 'uncovered', 'overdue'];

function nextDirection(sort: { column: GapColumn; descending: boolean }, column: GapColumn): boolean {
  return sort.column === column ? !sort.descending : LARGEST_FIRST.includes(column);
}

function GapRow({
  gaps,
  row,
  top,
  selected,
}: {
  readonly gaps: GapRows;
  readonly row: number;
  readonly top: number;
  readonly selected: boolean;
}) {
  const texts = useTexts();
  const workspace = useWorkspace();
  const { digest, columns, rows } = gaps;
  const i = rows[row]!;
  const verdict = VERDICTS[digest.verdict[i]!]!;
  const unknown = texts.workspace.unknown;
  const figure = (value: number | undefined, format: (known: number) => string, absent = unknown) =>
    value === undefined || Number.isNaN(value) ? <span className="absent">{absent}</span> : format(value);
  const floor = digest.checks.floor_area;
  const floorAbsent = verdictOfCode(floor.verdict[i]) === 'not_applicable' ? texts.workspace.notApplicable : unknown;
  const cells: Readonly<Record<(typeof COLUMNS)[number], React.ReactNode>> = {
    verdict: <CheckMarks gaps={gaps} position={i} />,
    name: columns.name[i],
    unit: columns.unit[i],
    class: texts.checks.areaClass[AREA_CLASSES[columns.class[i]!]!],
    households: figure(columns.households[i], formatNumber),
    elders: figure(columns.elders[i], formatNumber),
    floorGap: figure(floor.gap[i], formatGap, floorAbsent),
    uncovered: figure(digest.eldersUncovered[i], (value) => formatNumber(value, 0)),
    overdue: figure(digest.daysOverdue[i], formatNumber, texts.workspace.notApplicable),
    reason: mainProblem(digest, i, texts),
  };
  return (
    // The grid itself has the keyboard; a row only answers to a pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`gap-row-${row}`}
      className="grid-row"
      role="row"
      tabIndex={-1}
      aria-rowindex={row + HEAD_ROWS + 1}
      aria-selected={selected}
      data-verdict={verdict}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => {
        selectAndShow(workspace, { kind: 'area', id: gaps.list.idAt(row) });
        setMobileView(workspace, 'details');
      }}
    >
      {COLUMNS.map((column, at) => (
        <div key={column} role="gridcell" tabIndex={-1} aria-colindex={at + 1} className={`cell ${column}`}>
          {cells[column]}
        </div>
      ))}
    </div>
  );
}

/** One sign a check, in the order of the columns' heading. */
function CheckMarks({ gaps: { digest }, position }: { readonly gaps: GapRows; readonly position: number }) {
  const { checks } = useTexts();
  return (
    <span className="check-marks">
      {AREA_CHECKS.map((check) => {
        const verdict = verdictOfCode(digest.checks[check].verdict[position]);
        return (
          <span key={check}>
            {verdict === null ? null : (
              <VerdictMark verdict={verdict} title={`${checks.check[check]} ${checks.verdict[verdict]}`} />
            )}
          </span>
        );
      })}
    </span>
  );
}
