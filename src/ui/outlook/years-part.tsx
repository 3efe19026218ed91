import { useMemo } from 'react';
import { fiveYearBands } from '../../core/outlook/shift-bands.ts';
import { formatNumber } from '../../text/numbers.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import { useOutlook } from '../queries.ts';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';
import { Assumptions } from './assumptions.tsx';
import { NoteTable } from './note-table.tsx';
import { TurnTable } from './turn-table.tsx';
import { YearChoice } from './year-choice.tsx';
import { YearTable } from './year-table.tsx';

/** Which areas that pass today fail, and when; beside it what is assumed. */
export function YearsPart() {
  const { outlook: t } = useTexts();
  const { years } = useWorkspaceState((state) => state.outlookView);
  const baseYear = useWorkspaceState(({ asOf }) => Number(asOf.slice(0, 4)));
  const until = Math.max(...years);
  return (
    <div className="outlook-years">
      {/* A long page must be scrollable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="outlook-page" role="group" aria-label={t.parts.years} tabIndex={0}>
        <YearChoice />
        {until < baseYear ? <EmptyNote title={t.years.past} /> : <Judged until={until} />}
      </div>
      <Assumptions baseYear={baseYear} />
    </div>
  );
}

function Judged({ until }: { readonly until: number }) {
  const { outlook: t } = useTexts();
  const { outlook, progress } = useOutlook(until);
  const said =
    progress === null || progress.stage !== 'years'
      ? null
      : t.loadingOf(formatNumber(progress.done), formatNumber(progress.total));
  if (outlook === null) {
    return (
      <EmptyNote title={t.loadingTitle} help={t.loadingHelp}>
        {said === null ? null : <p className="muted">{said}</p>}
      </EmptyNote>
    );
  }
  return (
    <>
      {progress === null ? null : (
        <p className="hint" role="status">
          {[t.recalculating, ...(said === null ? [] : [said])].join(' · ')}
        </p>
      )}
      <AssumptionHint />
      <YearTable outlook={outlook} />
      <TurnTable outlook={outlook} last={until} />
      <NoteTable notes={outlook.notes} />
    </>
  );
}

/** What a reader must know before the figures: that nothing is assumed, or that nobody is taken to die. */
function AssumptionHint() {
  const { years: t } = useTexts().outlook;
  const assumes = useWorkspaceState(({ plan }) => plan.growth.size > 0 || plan.housing.size > 0);
  const survives = useWorkspaceState(({ plan }) => plan.growth.get('all')?.survival !== undefined);
  const areas = useWorkspaceState(({ plan }) => plan.areas);
  // Bands are shifted without anybody having assumed a thing.
  const hasBands = useMemo(
    () => [...areas.values()].some(({ ageBands = [] }) => fiveYearBands(ageBands).length > 0),
    [areas],
  );
  if (hasBands) return survives ? null : <p className="hint">{t.noSurvival}</p>;
  return assumes ? null : <p className="hint">{t.noAssumption}</p>;
}
