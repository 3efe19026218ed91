import { useId } from 'react';
import type { LeaseTerm } from '../../core/outlook/leases.ts';
import type { FacilityId } from '../../core/plan/plan.ts';
import { countedOfRequired, gapOfCheck } from '../../state/figure-of-check.ts';
import { formatNumber } from '../../text/numbers.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import { AreaLink, FacilityLink } from '../parts/place-links.tsx';
import { useLeases } from '../queries.ts';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';
import { CardTable } from './card-table.tsx';
import { useShownRows } from './use-shown-rows.ts';

const ROWS_PER_PRESS = 100;

/** Who turns short in some months as leases end, and what to renew by when. */
export function LeasesPart() {
  const { outlook: t } = useTexts();
  const terms = useLeases();
  if (terms === null) return <EmptyNote title={t.leases.loadingTitle} help={t.leases.loadingHelp} />;
  return (
    // A long page must be scrollable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="outlook-page" role="group" aria-label={t.parts.leases} tabIndex={0}>
      {terms.map((term) => (
        <Term key={term.months} term={term} />
      ))}
    </div>
  );
}

function Term({ term: { months, date, ending, turns } }: { readonly term: LeaseTerm }) {
  const { leases: t } = useTexts().outlook;
  const heading = useId();
  const summary =
    ending.length === 0 && turns.length === 0
      ? t.summaryNone
      : t.summary(formatNumber(ending.length), formatNumber(turns.length));
  return (
    <section className="outlook-section" aria-labelledby={heading}>
      <h3 id={heading}>{t.title(String(months), date)}</h3>
      <p>{summary}</p>
      {turns.length === 0 ? null : <Turns turns={turns} label={t.title(String(months), date)} />}
      {ending.length === 0 ? null : (
        <details className="concerned lease-ending">
          <summary>{t.ending}</summary>
          <Ending ids={ending} />
        </details>
      )}
    </section>
  );
}

function Turns({ turns, label }: { readonly turns: LeaseTerm['turns']; readonly label: string }) {
  const texts = useTexts();
  const { leases: t, turns: words } = texts.outlook;
  const { shown, add, onMore } = useShownRows(turns, ROWS_PER_PRESS);
  return (
    <>
      <CardTable
        label={`${label} ${t.turns}`}
        head={[
          { text: t.area },
          { text: t.check },
          { text: t.onDate, number: true },
          { text: t.gap, number: true },
          { text: t.renewBy },
          { text: t.renew },
        ]}
        rows={shown.map((turn) => ({
          key: `${turn.area} ${turn.check}`,
          cells: [
            <AreaLink key="area" id={turn.area} />,
            texts.checks.check[turn.check],
            countedOfRequired(turn.check, turn, texts),
            gapOfCheck(turn.check, turn, texts),
            turn.renewBy ?? texts.workspace.notApplicable,
            turn.ended.length === 0 ? t.notLease : <Facilities key="renew" ids={turn.ended} />,
          ],
        }))}
      />
      {add === null ? null : (
        <button type="button" className="link" onClick={onMore}>
          {words.more(formatNumber(add))}
        </button>
      )}
    </>
  );
}

function Facilities({ ids }: { readonly ids: readonly FacilityId[] }) {
  const { listSeparator } = useTexts().workspace;
  return ids.map((id, i) => (
    <span key={id}>
      {i > 0 ? listSeparator : ''}
      <FacilityLink id={id} />
    </span>
  ));
}

function Ending({ ids }: { readonly ids: readonly FacilityId[] }) {
  const { outlook, facilities: words, workspace } = useTexts();
  const t = outlook.leases;
  const facilities = useWorkspaceState(({ plan }) => plan.facilities);
  const { shown, add, onMore } = useShownRows(ids, ROWS_PER_PRESS);
  return (
    <>
      <CardTable
        label={t.ending}
        head={[{ text: t.facility }, { text: t.lastDay }, { text: t.m2, number: true }, { text: t.acquisition }]}
        rows={shown.map((id) => {
          const { validTo, floorAreaM2, acquisition } = facilities.get(id) ?? {};
          return {
            key: id,
            cells: [
              <FacilityLink key="name" id={id} />,
              validTo,
              floorAreaM2 === undefined ? workspace.unknown : formatNumber(floorAreaM2),
              acquisition === undefined ? workspace.unknown : words.acquisition[acquisition],
            ],
          };
        })}
      />
      {add === null ? null : (
        <button type="button" className="link" onClick={onMore}>
          {outlook.turns.more(formatNumber(add))}
        </button>
      )}
    </>
  );
}
