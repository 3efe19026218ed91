import { useId, useMemo } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { setOutlookView } from '../../actions/arrange.ts';
import { saveShownTable } from '../../actions/save-shown-table.ts';
import type { Outlook } from '../../core/outlook/outlook.ts';
import { countedOfRequired, gapOfCheck } from '../../state/figure-of-check.ts';
import { sortedTurns } from '../../state/sorted-turns.ts';
import { remarksOf, turnTable } from '../../state/turn-table.ts';
import type { TurnColumn } from '../../state/workspace-state.ts';
import { formatNumber } from '../../text/numbers.ts';
import { Icon } from '../parts/icon.tsx';
import { AreaLink } from '../parts/place-links.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { CardTable, type CardHead } from './card-table.tsx';
import { useShownRows } from './use-shown-rows.ts';

const ROWS_PER_PRESS = 100;

/** Areas that pass today and fail later, by check. */
export function TurnTable({ outlook, last }: { readonly outlook: Outlook; readonly last: number }) {
  const texts = useTexts();
  const t = texts.outlook.turns;
  const workspace = useWorkspace();
  const { years, until, sort } = useWorkspaceState((state) => state.outlookView);
  const areas = useWorkspaceState(({ plan }) => plan.areas);
  const turns = useMemo(
    () => sortedTurns(outlook.turns, years[until], sort, { areas }),
    [outlook, years, until, sort, areas],
  );
  const { shown, add, onMore } = useShownRows(turns, ROWS_PER_PRESS);
  const heading = useId();
  const headOf = (text: string, column: TurnColumn): CardHead => ({
    text,
    number: column === 'gap' || column === 'last',
    ...(sort.column === column ? { sorted: sort.descending ? 'descending' : 'ascending' } : {}),
    shown: (
      <button
        type="button"
        className="sort"
        aria-label={t.sortBy(text)}
        onClick={() => setOutlookView(workspace, { sort: { column, descending: isDescendingNext(column) } })}
      >
        {text}
        {sort.column === column ? <Icon name={sort.descending ? 'down' : 'up'} size={11} /> : null}
      </button>
    ),
  });
  return (
    <section className="outlook-section" aria-labelledby={heading}>
      <header className="outlook-head">
        <h3 id={heading}>{t.title}</h3>
        <UntilChoice />
        <span className="muted" role="status">
          {t.count(formatNumber(turns.length))}
        </span>
        <Button
          className="button small"
          isDisabled={turns.length === 0}
          onPress={() => saveShownTable(workspace, t.file, turnTable(turns, last, { areas }, texts))}
        >
          <Icon name="export" size={14} />
          {t.save}
        </Button>
      </header>
      {turns.length === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <>
          <p className="muted health-help">{t.help}</p>
          <CardTable
            label={t.title}
            head={[
              headOf(t.area, 'area'),
              headOf(t.check, 'check'),
              headOf(t.year, 'year'),
              { text: t.today, number: true },
              { text: t.first, number: true },
              headOf(t.gap, 'gap'),
              headOf(t.last(String(last)), 'last'),
              { text: t.remark },
            ]}
            rows={shown.map((turn) => ({
              key: `${turn.area} ${turn.check}`,
              cells: [
                <AreaLink key="area" id={turn.area} />,
                texts.checks.check[turn.check],
                String(turn.year),
                countedOfRequired(turn.check, turn.today, texts),
                countedOfRequired(turn.check, turn.first, texts),
                gapOfCheck(turn.check, turn.first, texts),
                gapOfCheck(turn.check, turn.last, texts),
                remarksOf(turn, texts).join(texts.workspace.clauseSeparator),
              ],
            }))}
          />
          {add === null ? null : (
            <Button className="button small" onPress={onMore}>
              {t.more(formatNumber(add))}
            </Button>
          )}
        </>
      )}
    </section>
  );

  function isDescendingNext(column: TurnColumn): boolean {
    return sort.column === column ? !sort.descending : column === 'gap' || column === 'last';
  }
}

/** Up to which of the two years. */
function UntilChoice() {
  const { turns: t } = useTexts().outlook;
  const workspace = useWorkspace();
  const { years, until } = useWorkspaceState((state) => state.outlookView);
  return (
    <span className="verdict-chips outlook-until">
      <span className="muted">{t.until}</span>
      <ToggleButtonGroup
        aria-label={t.until}
        selectedKeys={[String(until)]}
        disallowEmptySelection
        onSelectionChange={(keys) => setOutlookView(workspace, { until: keys.has('0') ? 0 : 1 })}
      >
        {years.map((year, i) => (
          <ToggleButton key={String(i) + String(year)} id={String(i)} className="chip">
            {t.untilYear(String(year))}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </span>
  );
}
