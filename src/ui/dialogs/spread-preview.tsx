import { WITHOUT_REASONS, type CellCounts, type FigureSpread } from '../../core/population/spread.ts';
import { formatNumber } from '../../text/numbers.ts';
import { useElderAge } from '../use-settings.ts';
import { useTexts } from '../workspace-context.tsx';
import type { SpreadReportState } from './use-spread-report.ts';

/** What a spread will do, figure by figure: who gets persons, who keeps theirs, and whom nobody gets. */
export function SpreadPreview({ report }: { readonly report: SpreadReportState }) {
  const { population: t } = useTexts();
  if (report.state === 'working') return <p className="muted">{t.working}</p>;
  if (report.state === 'failed') return <p className="ink-short">{t.failed(report.message)}</p>;
  const { outcome } = report.report;
  return (
    <>
      {'refused' in outcome ? <p>{t.refused[outcome.refused]}</p> : null}
      {outcome.figures.map((spread) => (
        <FigurePreview key={spread.figure} spread={spread} />
      ))}
      {'eldersAboveResidents' in outcome && outcome.eldersAboveResidents > 0 ? (
        <p className="ink-short">{t.eldersAboveResidents(formatNumber(outcome.eldersAboveResidents))}</p>
      ) : null}
    </>
  );
}

/** Units listed before the rest is only counted. */
const LISTED = 6;

function FigurePreview({ spread }: { readonly spread: FigureSpread }) {
  const { population: t } = useTexts();
  const age = useElderAge();
  const { figure, areas, persons, overwritten, kept, without, unplaced, skipped, cells } = spread;
  const facts = [
    t.gets(formatNumber(areas), formatNumber(persons)),
    ...(overwritten > 0 ? [t.overwritten(formatNumber(overwritten))] : []),
    ...(kept > 0 ? [t.kept(formatNumber(kept))] : []),
    ...(unplaced > 0 ? [t.unplaced(formatNumber(unplaced))] : skipped.length === 0 ? [t.unplacedNone] : []),
    ...WITHOUT_REASONS.flatMap((reason) => {
      const count = without[reason];
      return count === undefined ? [] : t.without[reason](formatNumber(count));
    }),
    ...(cells === null ? [] : cellFacts(cells, t.cells)),
  ];
  return (
    <section className="spread-figure">
      <h4>{figure === 'elders' ? t.figure.elders(age) : t.figure.residents}</h4>
      <ul>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {skipped.length === 0 ? null : (
        <details open={skipped.length <= LISTED}>
          <summary>{t.skippedTitle(formatNumber(skipped.length))}</summary>
          <ul>
            {skipped.slice(0, LISTED).map(({ unit, reason, persons: left }) => (
              <li key={unit}>{t.skippedUnit(unit, t.skippedReason[reason], formatNumber(Math.abs(left)))}</li>
            ))}
            {skipped.length > LISTED ? (
              <li className="muted">{t.more(formatNumber(skipped.length - LISTED))}</li>
            ) : null}
          </ul>
        </details>
      )}
    </section>
  );
}

function cellFacts(
  { outside, inKept, shared, unknown }: CellCounts,
  t: ReturnType<typeof useTexts>['population']['cells'],
): string[] {
  return [
    ...(outside > 0 ? [t.outside(formatNumber(outside))] : []),
    ...(inKept > 0 ? [t.inKept(formatNumber(inKept))] : []),
    ...(shared > 0 ? [t.shared(formatNumber(shared))] : []),
    ...(unknown > 0 ? [t.unknown(formatNumber(unknown))] : []),
  ];
}
