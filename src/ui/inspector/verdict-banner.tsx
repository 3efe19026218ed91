import type { Check, Verdict } from '../../core/checks/result.ts';
import { formatNumber } from '../../text/numbers.ts';
import { VerdictMark } from '../parts/verdict-mark.tsx';
import { useTexts } from '../workspace-context.tsx';

/** The verdict as a whole, in words, with the days overdue. */
export function VerdictBanner({ verdict, checks }: { readonly verdict: Verdict; readonly checks: readonly Check[] }) {
  const { inspector, workspace } = useTexts();
  const t = inspector.banner;
  const short = checks.filter((check) => check.role === 'binding' && check.verdict === 'short').length;
  const overdue = Math.max(0, ...checks.map(({ deadline }) => deadline?.days_overdue ?? 0));
  const said = verdict === 'short' ? t.short(formatNumber(short)) : t[verdict];
  return (
    <p className="banner" data-verdict={verdict}>
      <VerdictMark verdict={verdict} size={16} />
      <span>{overdue > 0 ? [said, t.overdue(formatNumber(overdue))].join(workspace.clauseSeparator) : said}</span>
    </p>
  );
}
