import { VERDICTS, type Verdict } from '../../core/checks/result.ts';
import { formatNumber } from '../../text/numbers.ts';
import { VerdictMark } from '../parts/verdict-mark.tsx';
import { useTexts } from '../workspace-context.tsx';

/** How many areas have each verdict: their numbers, with a bar of their shares below. */
export function VerdictStack({ counts }: { readonly counts: Readonly<Partial<Record<Verdict, number>>> }) {
  const { checks } = useTexts();
  const present = VERDICTS.filter((verdict) => (counts[verdict] ?? 0) > 0);
  return (
    <span className="verdict-stack">
      <span className="stack-counts">
        {present.map((verdict) => (
          <span key={verdict} title={checks.verdict[verdict]}>
            <VerdictMark verdict={verdict} title={checks.verdictShort[verdict]} size={11} />
            {formatNumber(counts[verdict]!)}
          </span>
        ))}
      </span>
      <span className="stack-bar" aria-hidden="true">
        {present.map((verdict) => (
          <span key={verdict} data-verdict={verdict} style={{ flexGrow: counts[verdict]! }} />
        ))}
      </span>
    </span>
  );
}
