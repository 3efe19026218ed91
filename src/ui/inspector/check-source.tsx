import type { Check, CheckSource, DeadlineState } from '../../core/checks/result.ts';
import { formatNumber, formatShare } from '../../text/numbers.ts';
import { inLanguage } from '../parts/bilingual.ts';
import { StatusBadge } from '../parts/status-badge.tsx';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';

/** By when it had to be fulfilled, how it stood that day, and the days since. */
export function DeadlineLine({ deadline, check }: { readonly deadline: DeadlineState | null; readonly check: Check }) {
  const { inspector, checks } = useTexts();
  const t = inspector.deadline;
  if (deadline === null) return null;
  const { verdict, counted } = deadline;
  return (
    <p className="deadline">
      <span>{t.line(deadline.date)}</span>
      {verdict === null ? <span>{t.notDue}</span> : <span>{t.atDeadline(checks.verdict[verdict])}</span>}
      {verdict === null || counted === null ? null : (
        <span>{t.counted(check.unit === 'share' ? formatShare(counted) : formatNumber(counted))}</span>
      )}
      {deadline.days_overdue > 0 ? (
        <strong className="ink-short">{t.overdue(formatNumber(deadline.days_overdue))}</strong>
      ) : null}
    </p>
  );
}

/** Document and clause, with the words themselves on demand. */
export function CheckSourceLine({ source }: { readonly source: CheckSource | null }) {
  const t = useTexts().inspector;
  const standard = useWorkspaceState(({ standards }) =>
    standards.find((one) => one.standard.id === source?.document),
  )?.standard;
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  if (source === null) return null;
  return (
    <details className="source">
      <summary>
        <span>{standard === undefined ? source.document : inLanguage(standard.short_title, language)}</span>
        <span>{t.clause(source.clause)}</span>
        <StatusBadge status={source.status} />
      </summary>
      {source.quote === null ? (
        <p className="muted">{t.noQuote}</p>
      ) : (
        <blockquote lang="zh-CN">{source.quote}</blockquote>
      )}
      {standard === undefined ? null : <p className="muted">{inLanguage(standard.title, language)}</p>}
    </details>
  );
}
