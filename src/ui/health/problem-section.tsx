import { useMemo } from 'react';
import { setDataView } from '../../actions/arrange.ts';
import { issueKinds } from '../../state/issue-kinds.ts';
import { describeIssue } from '../../text/describe-issue.ts';
import { formatNumber } from '../../text/numbers.ts';
import { useIssues } from '../queries.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { HealthSection } from './health-section.tsx';

/** Problems in the data by kind; a number leads to each of them. */
export function ProblemSection() {
  const { health, workspace: texts } = useTexts();
  const t = health.problems;
  const workspace = useWorkspace();
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  const issues = useIssues();
  const kinds = useMemo(() => issueKinds(issues), [issues]);
  return (
    <HealthSection
      title={t.title}
      help={t.help}
      none={t.none}
      head={[{ text: t.severity }, { text: t.count }, { text: t.sentence }]}
      rows={kinds.map(({ code, severity, count, first }) => ({
        key: code,
        cells: [
          <>
            <span className="severity" data-severity={severity} aria-hidden="true" />
            {texts.severity[severity]}
          </>,
          <button
            key="rows"
            type="button"
            className="link"
            onClick={() => setDataView(workspace, { part: 'issues', code })}
          >
            {t.rows(formatNumber(count))}
          </button>,
          count === 1 ? describeIssue(language, first) : t.example(describeIssue(language, first)),
        ],
      }))}
    />
  );
}
