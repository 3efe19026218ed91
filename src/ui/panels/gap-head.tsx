import { useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { setColumnWidth, sortBy } from '../../actions/arrange-gaps.ts';
import { chooseListed } from '../../actions/choose-listed.ts';
import { AREA_CHECKS } from '../../core/checks/result.ts';
import { gapColumnTitle } from '../../state/gap-column-title.ts';
import { isFigure, isSortable, type GapColumn, type SortColumn } from '../../state/gap-columns.ts';
import type { AreaList } from '../../state/gap-rows.ts';
import { settingsInUse } from '../../state/selectors.ts';
import type { Chosen } from '../../state/workspace-state.ts';
import { formatNumber } from '../../text/numbers.ts';
import { ChooseBox } from '../parts/choose-box.tsx';
import { Icon } from '../parts/icon.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** CSS pixels that one press of an arrow key widens a column by. */
const STEP_PX = 16;

interface GapHeadProps {
  readonly columns: readonly GapColumn[];
  /** Only told to a screen reader: nothing in it may take the focus where it cannot be seen. */
  readonly unseen: boolean;
  readonly list: AreaList;
}

/** Heads of the columns: what is in them, sorted by which, and how wide. */
export function GapHead({ columns, unseen, list }: GapHeadProps) {
  const sort = useWorkspaceState((state) => state.sort);
  return (
    <div className="grid-row grid-head" role="row" aria-rowindex={1}>
      {columns.map((column, i) => {
        const key = sort.find((one) => one.column === column);
        return (
          <div
            key={column}
            role="columnheader"
            tabIndex={-1}
            aria-colindex={i + 1}
            className={isFigure(column) ? 'cell figure' : 'cell'}
            data-column={column}
            {...(key === undefined ? {} : { 'aria-sort': key.descending ? 'descending' : 'ascending' })}
          >
            {column === 'name' && !unseen ? <ChooseListed list={list} /> : null}
            {isSortable(column) && !unseen ? <SortButton column={column} /> : <HeadTitle column={column} />}
            {unseen ? null : <WidthHandle column={column} />}
          </div>
        );
      })}
    </div>
  );
}

/** Chooses all that is listed, or none of it. */
function ChooseListed({ list }: { readonly list: AreaList }) {
  const { choosing: t } = useTexts();
  const workspace = useWorkspace();
  const chosen = useWorkspaceState((state) => state.chosen);
  const count = useMemo(() => countListed(list, chosen), [list, chosen]);
  return (
    <ChooseBox
      checked={count > 0 && count === list.length ? true : count > 0 ? 'mixed' : false}
      label={t.chooseListed(formatNumber(list.length))}
      onPress={() => chooseListed(workspace, list)}
    />
  );
}

function countListed(list: AreaList, { kind, ids }: Chosen): number {
  if (kind !== 'area') return 0;
  let count = 0;
  for (const id of ids) if (list.indexOf(id) >= 0) count++;
  return count;
}

function HeadTitle({ column }: { readonly column: GapColumn }) {
  const texts = useTexts();
  const plan = useWorkspaceState((state) => state.plan);
  if (column === 'checks') {
    return (
      <span className="check-heads">
        {AREA_CHECKS.map((check) => (
          <span key={check} title={texts.checks.check[check]}>
            {texts.checks.checkShort[check]}
          </span>
        ))}
      </span>
    );
  }
  const { title, unit } = gapColumnTitle(column, texts, settingsInUse({ plan }).elder_age);
  return (
    <span className="head-title">
      {title}
      {unit === null ? null : <span className="head-unit"> {unit}</span>}
    </span>
  );
}

function SortButton({ column }: { readonly column: SortColumn }) {
  const texts = useTexts();
  const t = texts.gaps;
  const workspace = useWorkspace();
  const sort = useWorkspaceState((state) => state.sort);
  const plan = useWorkspaceState((state) => state.plan);
  const { gapWidths } = useWorkspaceState(({ preferences }) => preferences);
  const place = sort.findIndex((key) => key.column === column);
  const { title, unit } = gapColumnTitle(column, texts, settingsInUse({ plan }).elder_age);
  const label = unit === null ? title : t.withUnit(title, unit);
  const spoken =
    place >= 0 && sort.length > 1 ? `${t.sortBy(label)} ${t.sortPlace(String(place + 1))}` : t.sortBy(label);
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const step = { ArrowRight: STEP_PX, ArrowLeft: -STEP_PX }[event.key];
    if (step === undefined || !event.shiftKey) return;
    event.preventDefault();
    const width = gapWidths[column] ?? event.currentTarget.closest('[role=columnheader]')!.clientWidth;
    setColumnWidth(workspace, column, width + step);
  };
  return (
    <button
      type="button"
      className="sort"
      aria-label={spoken}
      title={t.headHint}
      onKeyDown={onKeyDown}
      onClick={({ shiftKey }) => sortBy(workspace, column, shiftKey)}
    >
      <HeadTitle column={column} />
      {place < 0 ? null : (
        <span className="sort-place">
          <Icon name={sort[place]!.descending ? 'down' : 'up'} size={11} />
          {sort.length > 1 ? place + 1 : null}
        </span>
      )}
    </button>
  );
}

/** The right edge of a head: dragged. Pressed twice, the column is as wide as it is by itself. */
function WidthHandle({ column }: { readonly column: GapColumn }) {
  const workspace = useWorkspace();
  const drag = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const onPointerMove = (event: PointerEvent): void => {
    const { current } = drag;
    if (current !== null) setColumnWidth(workspace, column, current.width + event.clientX - current.x);
  };
  return (
    // The keyboard's way is Shift and an arrow on the head's button.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <span
      className="width-handle"
      aria-hidden="true"
      onDoubleClick={() => setColumnWidth(workspace, column, null)}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, width: event.currentTarget.parentElement!.offsetWidth };
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        drag.current = null;
      }}
    />
  );
}
