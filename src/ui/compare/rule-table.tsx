import type { Both, RuleDifference } from '../../core/compare/comparison.ts';
import { citedText, type CompareWords } from '../../state/compare/cause-text.ts';
import { useTexts } from '../workspace-context.tsx';

/** Rules whose figure or clause differs, both with their source. */
export function RuleTable({
  rules,
  names,
  words,
}: {
  readonly rules: readonly RuleDifference[];
  readonly names: Both<string>;
  readonly words: CompareWords;
}) {
  const { compare: t } = useTexts();
  if (rules.length === 0) return <p className="compare-note muted">{t.rules.none}</p>;
  return (
    <div className="table-scroller">
      <table className="table" aria-label={t.tabs.rules}>
        <thead>
          <tr>
            <th scope="col">{t.rules.rule}</th>
            <th scope="col">{names.left}</th>
            <th scope="col">{names.right}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ rule, left, right }) => (
            <tr key={rule}>
              <th scope="row">{t.rule[rule]}</th>
              <td>{citedText(rule, left, words)}</td>
              <td>{citedText(rule, right, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
