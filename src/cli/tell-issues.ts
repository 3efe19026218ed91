import type { Issue, Severity } from '../core/issue.ts';
import { describeIssue } from '../text/describe-issue.ts';
import type { Speech } from './host.ts';
import { oneLine } from './one-line.ts';

const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'info'];

/** A terminal is no place for ten thousand lines: the rest is counted, and stands in the result. */
const MOST_LINES = 200;

/** Says the problems of the data, one a line, the worst first. */
export function tellIssues(issues: readonly Issue[], { host, language, texts }: Speech): void {
  const ordered = WORST_FIRST.flatMap((severity) => issues.filter((issue) => issue.severity === severity));
  for (const issue of ordered.slice(0, MOST_LINES)) {
    const { severity, code } = issue;
    host.tell(oneLine(texts.cli.issue(texts.cli.severity[severity], describeIssue(language, issue), code)));
  }
  if (ordered.length > MOST_LINES) host.tell(texts.cli.moreIssues(ordered.length - MOST_LINES));
}
