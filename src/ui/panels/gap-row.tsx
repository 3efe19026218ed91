import { memo } from 'react';
import { setMobileView } from '../../actions/arrange.ts';
import { selectAndShow } from '../../actions/select.ts';
import { AREA_CHECKS, VERDICTS } from '../../core/checks/result.ts';
import { gapCell } from '../../state/gap-cell.ts';
import { isFigure, type GapColumn } from '../../state/gap-columns.ts';
import type { GapRows } from '../../state/gap-rows.ts';
import { verdictOfCode } from '../../state/verdict-of-code.ts';
import type { Texts } from '../../text/texts.ts';
import { ChooseBox } from '../parts/choose-box.tsx';
import { VerdictMark } from '../parts/verdict-mark.tsx';
import { useTexts, useWorkspace } from '../workspace-context.tsx';

const HEAD_ROWS = 1;

/** Chooses a row, or no longer; as a range: all from the last one to it. */
export type ChooseRow = (row: number, range: boolean) => void;

interface GapRowProps {
  readonly gaps: GapRows;
  readonly row: number;
  readonly top: number;
  readonly selected: boolean;
  readonly chosen: boolean;
  readonly choose: ChooseRow;
  readonly columns: readonly GapColumn[];
}

/** One area of the list. Drawn again only when it or its place changes: scrolling brings a few rows at a time. */
export const GapRow = memo(function GapRow(props: GapRowProps) {
  const { gaps, row, top, selected, chosen, choose, columns } = props;
  const workspace = useWorkspace();
  const texts = useTexts();
  const position = gaps.rows[row]!;
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
      data-chosen={chosen}
      data-verdict={VERDICTS[gaps.digest.verdict[position]!]!}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={(event) => {
        // Choosing marks no words.
        if (event.shiftKey) event.preventDefault();
      }}
      onClick={({ shiftKey, ctrlKey, metaKey }) => {
        if (shiftKey || ctrlKey || metaKey || workspace.store.getState().choosing) {
          choose(row, shiftKey);
          return;
        }
        // Words that were marked with the pointer are to be copied, not to be left.
        if (window.getSelection()?.isCollapsed === false) return;
        selectAndShow(workspace, { kind: 'area', id: gaps.list.idAt(row) });
        setMobileView(workspace, 'details');
      }}
    >
      {columns.map((column, at) => (
        <div
          key={column}
          role="gridcell"
          tabIndex={-1}
          aria-colindex={at + 1}
          className={isFigure(column) ? 'cell figure' : 'cell'}
          data-column={column}
        >
          {column === 'name' ? (
            <ChooseBox
              checked={chosen}
              label={texts.choosing.choose(gapCell(gaps, 'name', position, texts).text)}
              onPress={({ shiftKey }) => choose(row, shiftKey)}
            />
          ) : null}
          <CellContent gaps={gaps} column={column} position={position} texts={texts} />
        </div>
      ))}
    </div>
  );
});

/** Texts are handed down: a subscription a cell would be four hundred at every screenful. */
interface CellProps {
  readonly texts: Texts;
  readonly gaps: GapRows;
  readonly column: GapColumn;
  readonly position: number;
}

function CellContent({ gaps, column, position, texts }: CellProps) {
  if (column === 'checks') return <CheckMarks gaps={gaps} position={position} texts={texts} />;
  const { text, absent, estimated } = gapCell(gaps, column, position, texts);
  const words = absent ? <span className="absent">{text}</span> : text;
  if (column === 'verdict') {
    return (
      <span className="verdict-word" data-verdict={VERDICTS[gaps.digest.verdict[position]!]!}>
        <VerdictMark verdict={VERDICTS[gaps.digest.verdict[position]!]!} />
        {words}
      </span>
    );
  }
  if (column !== 'name')
    return <span title={estimated ?? (column === 'reason' || column === 'unit' ? text : undefined)}>{words}</span>;
  return (
    <>
      <span className="name-word" title={text}>
        {words}
      </span>
      <PoolMark gaps={gaps} position={position} texts={texts} />
    </>
  );
}

/** A pool's gap stands in the row of each of its members: it must not be taken for the area's own. */
function PoolMark({ gaps: { digest, areas }, position, texts: { gaps: t } }: Omit<CellProps, 'column'>) {
  if (digest.pooled[position] !== 1) return null;
  return (
    <span className="pool-mark" title={t.pooledHelp(areas.get(digest.areaIds[position]!)?.pool ?? '')}>
      {t.pooled}
    </span>
  );
}

/** One sign a check, in the order of the columns' heading. */
function CheckMarks({ gaps: { digest }, position, texts: { checks } }: Omit<CellProps, 'column'>) {
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
