import { useId } from 'react';
import type { Outlook, OutlookYear } from '../../core/outlook/outlook.ts';
import { formatNumber } from '../../text/numbers.ts';
import { useElderAge } from '../use-settings.ts';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';

const FIGURES = ['households', 'elders', 'eldersUncovered'] as const;

/** How the whole stands today and at each year's end; the years looked at stand out. */
export function YearTable({ outlook: { years, turns } }: { readonly outlook: Outlook }) {
  const { years: t } = useTexts().outlook;
  const looked = useWorkspaceState(({ outlookView }) => outlookView.years);
  const age = useElderAge();
  const heading = useId();
  const today = years[0]!;
  const asked = years.filter(({ year }) => year !== null && looked.includes(year));
  const mostShort = Math.max(1, ...years.map(({ areasShort }) => areasShort));
  const mostGap = Math.max(1, ...years.map(({ floorGapM2 }) => floorGapM2));
  return (
    <section className="outlook-section" aria-labelledby={heading}>
      <h3 id={heading}>{t.title}</h3>
      {asked.map((then) => (
        <p key={then.year}>{sentence(then)}</p>
      ))}
      <p className="muted health-help">{t.help}</p>
      {/* A wide table must be scrollable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="year-scroller" role="group" aria-label={t.title} tabIndex={0}>
        <table className="outlook-table year-table" aria-label={t.title}>
          <thead>
            <tr>
              <th scope="col">{t.year}</th>
              {[t.short, t.metIfBuilt, t.gap, t.households, t.elders(age), t.uncovered].map((head) => (
                <th key={head} scope="col" className="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map((one) => (
              <tr key={String(one.year)} data-marked={asked.includes(one)}>
                <th scope="row">{one.year === null ? `${t.today} ${one.asOf}` : t.endOf(String(one.year))}</th>
                <td className="number">
                  <Bar kind="areas" share={one.areasShort / mostShort} text={formatNumber(one.areasShort)} />
                </td>
                <td className="number">{formatNumber(one.areasMetIfBuilt)}</td>
                <td className="number">
                  <Bar kind="gap" share={one.floorGapM2 / mostGap} text={formatNumber(one.floorGapM2, 0)} />
                </td>
                {FIGURES.map((figure) => (
                  <td key={figure} className="number">
                    {formatNumber(one[figure], 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {caveats(years.at(-1)!).map((said) => (
        <p key={said} className="muted health-help">
          {said}
        </p>
      ))}
    </section>
  );

  function sentence(then: OutlookYear): string {
    const turned = turns.filter(({ year }) => year <= then.year!).length;
    return t.sentence(
      t.change(formatNumber(today.areasShort), formatNumber(then.areasShort)),
      String(then.year),
      formatNumber(turned),
      t.gapChange(formatNumber(today.floorGapM2, 0), formatNumber(then.floorGapM2, 0)),
    );
  }

  function caveats({ areasWithoutElders, floorGapUndecided }: OutlookYear): string[] {
    return [
      ...(areasWithoutElders > 0 ? [t.unknownElders(formatNumber(areasWithoutElders))] : []),
      ...(floorGapUndecided > 0 ? [t.undecided(formatNumber(floorGapUndecided))] : []),
    ];
  }
}

/** A figure with its length beside it; the figure says it all. */
function Bar({ kind, share, text }: { readonly kind: 'areas' | 'gap'; readonly share: number; readonly text: string }) {
  return (
    <span className="year-bar">
      <span className="year-bar-track" data-kind={kind} aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      {text}
    </span>
  );
}
