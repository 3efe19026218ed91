import { chosenStandard } from '../../state/selectors.ts';
import { formatNumber } from '../../text/numbers.ts';
import { inLanguage } from '../parts/bilingual.ts';
import { StatusBadge } from '../parts/status-badge.tsx';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';
import type { ChartContent } from './chart-content.ts';

/** What a chart rests on: the document and its clauses, the day, how walks were measured; and what is left out of it. */
export function ChartCaption({ content: { notes, rules, ofPersons } }: { readonly content: ChartContent }) {
  const { charts, inspector, population, workspace } = useTexts();
  const t = charts.caption;
  const standard = useWorkspaceState((state) => chosenStandard(state).standard);
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  const run = useWorkspaceState(({ digest }) => digest?.run ?? null);
  const estimated = useWorkspaceState(({ digest }) => digest?.summary.areas_with_estimated_elders ?? 0);
  const clauses = [...new Set(rules.map(({ clause }) => clause))];
  return (
    <figcaption className="chart-caption">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {ofPersons && estimated > 0 ? <p>{population.areasEstimated(formatNumber(estimated))}</p> : null}
      <p>
        {t.source} {inLanguage(standard.short_title, language)} <StatusBadge status={standard.status} />{' '}
        {clauses.length === 0 ? null : inspector.clause(clauses.join(workspace.listSeparator))}
        {run === null ? null : ` · ${t.asOf(run.as_of)} · ${run.method === 'network' ? t.network : t.straight}`}
      </p>
    </figcaption>
  );
}
