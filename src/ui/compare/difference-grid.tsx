import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import type { Verdict } from '../../core/checks/result.ts';
import type { Comparison } from '../../core/compare/comparison.ts';
import type { AreaId } from '../../core/plan/plan.ts';
import { causeText, type CompareWords } from '../../state/compare/cause-text.ts';
import { deltaText, differenceRow, sideGapText } from '../../state/compare/difference-cells.ts';
import { COARSE, PHONE, useMedia } from '../parts/use-media.ts';
import { VerdictMark } from '../parts/verdict-mark.tsx';
import { rowMove } from '../parts/row-move.ts';
import { useTexts } from '../workspace-context.tsx';

/** CSS pixels, as in compare.css. */
const ROW_PX = 34;
const TOUCH_ROW_PX = 44;
const CARD_PX = 92;

interface GridProps {
  readonly report: Comparison;
  readonly shown: Uint32Array;
  /** The row of the comparison that is looked at. */
  readonly selected: number | null;
  readonly words: CompareWords;
  readonly nameOf: (area: AreaId) => string | undefined;
  readonly onSelect: (row: number) => void;
}

/** The listed differences, only those in view. The grid as a whole has the keyboard. */
export function DifferenceGrid({ report, shown, selected, words, nameOf, onSelect }: GridProps) {
  const { list: t } = useTexts().compare;
  const cards = useMedia(PHONE);
  const touch = useMedia(COARSE);
  const rowPx = cards ? CARD_PX : touch ? TOUCH_ROW_PX : ROW_PX;
  const scroller = useRef<HTMLDivElement>(null);
  const at = useMemo(() => (selected === null ? -1 : shown.indexOf(selected)), [shown, selected]);
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 8,
    scrollPaddingStart: cards ? 0 : rowPx,
  });
  useEffect(() => virtualizer.measure(), [rowPx, virtualizer]);
  // The details of a row take of the grid's height: it is brought into view of what is left.
  const height = virtualizer.scrollRect?.height;
  useEffect(() => {
    if (at >= 0 && height !== 0) virtualizer.scrollToIndex(at, { align: 'auto' });
  }, [at, height, virtualizer]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = rowMove(event.key, at, shown.length - 1);
    if (to === null) return;
    event.preventDefault();
    onSelect(shown[to]!);
  };
  const titles = [t.area, t.check, t.kind, t.verdicts, t.gap, t.delta, t.why];
  return (
    <div
      ref={scroller}
      className="grid-scroller differences"
      role="grid"
      aria-label={t.label}
      aria-rowcount={shown.length + 1}
      aria-colcount={titles.length}
      {...(at >= 0 ? { 'aria-activedescendant': `difference-${at}` } : {})}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className="grid-row grid-head" role="row" aria-rowindex={1}>
        {titles.map((title) => (
          <div key={title} className="cell" role="columnheader">
            {title}
          </div>
        ))}
      </div>
      <div className="grid-body" role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <Row
            key={index}
            index={index}
            top={start}
            row={shown[index]!}
            selected={index === at}
            report={report}
            words={words}
            nameOf={nameOf}
            onSelect={onSelect}
          />
        ))}
      </div>
    </div>
  );
}

function Row({
  index,
  top,
  row,
  selected,
  report,
  words,
  nameOf,
  onSelect,
}: Omit<GridProps, 'shown' | 'selected'> & {
  readonly index: number;
  readonly top: number;
  readonly row: number;
  readonly selected: boolean;
}) {
  const { texts } = words;
  const { compare: t, checks } = texts;
  const said = differenceRow(report, row);
  const { area, check, kind, verdicts, delta, causes } = said;
  const why = causes.map((cause) => causeText(cause, area, words)).join(texts.gaps.separator);
  return (
    // The grid itself has the keyboard; a row only answers to a pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`difference-${index}`}
      className="grid-row"
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={selected}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onSelect(row)}
    >
      <Cell column="area" title={area}>
        {nameOf(area) ?? area}
      </Cell>
      <Cell column="check">{checks.check[check]}</Cell>
      <Cell column="kind">
        <span className="difference-kind" data-difference={kind}>
          {t.kind[kind]}
        </span>
      </Cell>
      <Cell column="verdicts">
        <SideVerdict verdict={verdicts.left} />
        <span aria-hidden="true">→</span>
        <SideVerdict verdict={verdicts.right} />
      </Cell>
      <Cell column="gap">{t.list.from(sideGapText(said, 'left', texts), sideGapText(said, 'right', texts))}</Cell>
      <Cell column="delta">{deltaText(check, delta, texts)}</Cell>
      <Cell column="why" title={why}>
        {why}
      </Cell>
    </div>
  );
}

function Cell({
  column,
  title,
  children,
}: {
  readonly column: string;
  readonly title?: string;
  readonly children: React.ReactNode;
}) {
  return (
    <div className="cell" role="gridcell" tabIndex={-1} data-column={column} title={title}>
      {children}
    </div>
  );
}

function SideVerdict({ verdict }: { readonly verdict: Verdict | null }) {
  const { compare, checks } = useTexts();
  if (verdict === null) return <span className="absent">{compare.list.notThere}</span>;
  return <VerdictMark verdict={verdict} title={checks.verdict[verdict]} />;
}
