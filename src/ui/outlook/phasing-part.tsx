import { useMemo } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { setOutlookView } from '../../actions/arrange.ts';
import { saveShownTable } from '../../actions/save-shown-table.ts';
import { phasing, type PhasingRow } from '../../core/outlook/phasing.ts';
import { phasingTable } from '../../state/phasing-table.ts';
import { formatNumber } from '../../text/numbers.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import { Icon } from '../parts/icon.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { phasingCells } from './phasing-cells.tsx';
import { CardTable } from './card-table.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useShownRows } from './use-shown-rows.ts';

/** Each row has controls of its own. */
const ROWS_PER_PRESS = 60;

/** The programme: what is to come about, how, in which year, and what of it is late. */
export function PhasingPart() {
  const texts = useTexts();
  const t = texts.outlook.phasing;
  const workspace = useWorkspace();
  const plan = useWorkspaceState((state) => state.plan);
  const asOf = useWorkspaceState((state) => state.asOf);
  const { lateOnly } = useWorkspaceState((state) => state.outlookView);
  const every = useMemo(() => phasing(plan, asOf), [plan, asOf]);
  const late = useMemo(() => every.filter(isLate), [every]);
  const rows = lateOnly ? late : every;
  const { shown, add, onMore } = useShownRows(rows, ROWS_PER_PRESS);
  const keptFocus = useKeptFocus();
  if (every.length === 0) return <EmptyNote title={t.none} help={t.noneHelp} />;
  return (
    // A long page must be scrollable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="outlook-page" role="group" aria-label={t.title} tabIndex={0} {...keptFocus}>
      <header className="outlook-head">
        <span className="muted outlook-lead">{t.help}</span>
        <ToggleButton
          className="chip"
          isSelected={lateOnly}
          onChange={(only) => setOutlookView(workspace, { lateOnly: only })}
        >
          {t.lateOnly}
          <span>{formatNumber(late.length)}</span>
        </ToggleButton>
        <Button
          className="button small"
          onPress={() => saveShownTable(workspace, t.file, phasingTable(rows, plan, texts))}
        >
          <Icon name="export" size={14} />
          {t.save}
        </Button>
      </header>
      {byYear(shown).map(([year, ofYear]) => (
        <YearGroup key={year ?? ''} year={year} shown={ofYear} all={rows.filter((row) => yearOf(row) === year)} />
      ))}
      {add === null ? null : (
        <Button className="button small" onPress={onMore}>
          {t.more(formatNumber(add))}
        </Button>
      )}
    </div>
  );
}

function YearGroup({
  year,
  shown,
  all,
}: {
  readonly year: number | null;
  readonly shown: readonly PhasingRow[];
  readonly all: readonly PhasingRow[];
}) {
  const { phasing: t } = useTexts().outlook;
  const title = year === null ? t.noYear : t.ofYear(String(year));
  const m2 = all.reduce((sum, row) => sum + (row.m2 ?? 0), 0);
  return (
    <section className="outlook-section phasing-year" aria-label={title}>
      <h3>
        {title} <span className="muted">{t.counts(formatNumber(all.length), formatNumber(m2))}</span>
      </h3>
      <CardTable
        label={title}
        head={[
          { text: t.item },
          { text: t.form },
          { text: t.year },
          { text: t.m2, number: true },
          { text: t.state },
          { text: t.stages },
          { text: t.late },
        ]}
        rows={shown.map((row) => ({ key: row.id, cells: phasingCells(row) }))}
      />
    </section>
  );
}

function isLate({ late, yearPassed }: PhasingRow): boolean {
  return late.length > 0 || yearPassed;
}

function yearOf({ measure }: PhasingRow): number | null {
  return measure?.year ?? null;
}

/** Rows come in order of year. */
function byYear(rows: readonly PhasingRow[]): (readonly [number | null, readonly PhasingRow[]])[] {
  const groups = new Map<number | null, PhasingRow[]>();
  for (const row of rows) {
    const group = groups.get(yearOf(row));
    if (group === undefined) groups.set(yearOf(row), [row]);
    else group.push(row);
  }
  return [...groups];
}
