import { isEmpty } from '../../state/selectors.ts';
import { formatNumber } from '../../text/numbers.ts';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';

/** How the result came about, in one line. */
export function StatusBar() {
  const {
    workspace: { status: t },
    projects: { keeping: kept },
  } = useTexts();
  const digest = useWorkspaceState((state) => state.digest);
  const auditMs = useWorkspaceState((state) => state.auditMs);
  const facilities = useWorkspaceState(({ plan }) => plan.facilities.size);
  const keeping = useWorkspaceState((state) => state.keeping.state);
  const empty = useWorkspaceState(isEmpty);
  const { run, summary } = digest ?? {};
  return (
    <footer className="status-bar" aria-label={t.label}>
      {run === undefined || summary === undefined ? null : (
        <>
          <span>{t.areas(formatNumber(summary.areas), formatNumber(facilities))}</span>
          <span>{t.circle(formatNumber(run.minutes), formatNumber(run.speed_km_h))}</span>
          <span>{run.method === 'network' ? t.network : t.straightLine(formatNumber(run.settings.detour_factor))}</span>
          {summary.status_blank > 0 ? <span>{t.statusBlank(formatNumber(summary.status_blank))}</span> : null}
          {auditMs === null ? null : <span>{t.took(formatNumber(auditMs, 0))}</span>}
        </>
      )}
      <span className="spring" />
      {empty ? null : <span>{kept[keeping]}</span>}
      <span>{t.local}</span>
      <span>{t.unreviewed}</span>
    </footer>
  );
}
