import { VERDICTS, type Run } from '../../core/checks/result.ts';
import type { Both, ComparedSum, ComparedTotals, Comparison } from '../../core/compare/comparison.ts';
import { formatNumber } from '../../text/numbers.ts';
import { useTexts } from '../workspace-context.tsx';

/** Totals of both sides, and what became of each. What is unknown is counted, never taken for nothing. */
export function TotalsTable({
  totals,
  only,
  names,
  run,
}: {
  readonly totals: ComparedTotals;
  readonly only: Comparison['only'];
  readonly names: Both<string>;
  readonly run: Run;
}) {
  const texts = useTexts();
  const { totals: t } = texts.compare;
  const { byVerdict } = totals;
  const verdicts = VERDICTS.filter((verdict) => byVerdict.left[verdict] || byVerdict.right[verdict]);
  return (
    <div className="compare-totals">
      <table className="table" aria-label={t.label}>
        <thead>
          <tr>
            <th scope="col">{t.item}</th>
            <th scope="col" className="number">
              {names.left}
            </th>
            <th scope="col" className="number">
              {names.right}
            </th>
            <th scope="col" className="number">
              {t.delta}
            </th>
          </tr>
        </thead>
        <tbody>
          <CountRow title={t.areas} counts={totals.areas} />
          {verdicts.map((verdict) => (
            <CountRow
              key={verdict}
              title={t.verdict(texts.checks.verdict[verdict])}
              counts={{ left: byVerdict.left[verdict] ?? 0, right: byVerdict.right[verdict] ?? 0 }}
            />
          ))}
          <SumRow title={t.floorGap} sum={totals.floorGap} />
          <SumRow title={t.landGap} sum={totals.landGap} />
          <SumRow title={t.covered(String(run.settings.elder_age))} sum={totals.eldersCovered} />
        </tbody>
      </table>
      {only.left.length + only.right.length === 0 ? null : (
        <p className="muted">{t.only(formatNumber(only.left.length), formatNumber(only.right.length))}</p>
      )}
    </div>
  );
}

function CountRow({ title, counts: { left, right } }: { readonly title: string; readonly counts: Both<number> }) {
  return (
    <tr>
      <th scope="row">{title}</th>
      <td className="number">{formatNumber(left)}</td>
      <td className="number">{formatNumber(right)}</td>
      <td className="number">{signed(right - left)}</td>
    </tr>
  );
}

function SumRow({ title, sum }: { readonly title: string; readonly sum: ComparedSum }) {
  const { totals: t } = useTexts().compare;
  const side = (name: keyof Both<unknown>) => (
    <td className="number">
      {formatNumber(sum[name], 1)}
      {sum.unknown[name] === 0 ? null : <small className="muted">{t.unknown(formatNumber(sum.unknown[name]))}</small>}
    </td>
  );
  return (
    <tr>
      <th scope="row">{title}</th>
      {side('left')}
      {side('right')}
      <td className="number">
        {signed(sum.delta)}
        {sum.leftOut === 0 ? null : <small className="muted">{t.leftOut(formatNumber(sum.leftOut))}</small>}
      </td>
    </tr>
  );
}

function signed(value: number): string {
  const size = formatNumber(Math.abs(value), 1);
  return size === '0' ? '0' : `${value > 0 ? '+' : '−'}${size}`;
}
