import { issuesOfDraft, stepOfIssue, type ImportDraft, type ImportStep } from '../../state/import-draft.ts';
import { describeIssue } from '../../text/describe-issue.ts';
import { useWorkspaceState } from '../workspace-context.tsx';

/** Sentences shown of a step; rows have the table of the check step for them. */
const MOST_SHOWN = 6;

/** What is wrong with the file that this step can put right. */
export function StepIssues({ draft, step }: { readonly draft: ImportDraft; readonly step: ImportStep }) {
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  const issues = issuesOfDraft(draft).filter(
    (issue) => stepOfIssue(issue) === step && (step !== 'check' || issue.where.row === undefined),
  );
  if (issues.length === 0) return null;
  return (
    <ul className="import-issues">
      {issues.slice(0, MOST_SHOWN).map((issue, i) => (
        <li key={`${issue.code} ${i}`} data-severity={issue.severity}>
          <span className="severity" data-severity={issue.severity} aria-hidden="true" />
          {describeIssue(language, issue)}
        </li>
      ))}
    </ul>
  );
}
