import { useId } from 'react';
import type { Outlook, OutlookYear } from '../../core/outlook/outlook.ts';
import { formatNumber } from '../../text/numbers.ts';
import { useElderAge } from '../use-settings.ts';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';
import { CardTable } from './card-table.tsx';

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
      <CardTable
        label={t.title}
        head={[
          { text: t.year },
          { text: t.short, number: true },
          { text: t.metIfBuilt, number: true },
          { text: t.gap, number: true },
          { text: t.households, number: true },
          { text: t.elders(age), number: true },
          { text: t.uncovered, number: true },
        ]}
        rows={years.map((one) => ({
          key: one.asOf + String(one.year),
          marked: asked.includes(one),
          cells: [
            one.year === null ? `${t.today} ${one.asOf}` : t.endOf(String(one.year)),
            <Bar key="short" kind="areas" share={one.areasShort / mostShort} text={formatNumber(one.areasShort)} />,
            formatNumber(one.areasMetIfBuilt),
            <Bar key="gap" kind="gap" share={one.floorGapM2 / mostGap} text={formatNumber(one.floorGapM2, 0)} />,
            formatNumber(one.households, 0),
            formatNumber(one.elders, 0),
            formatNumber(one.eldersUncovered, 0),
          ],
        }))}
      />
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
