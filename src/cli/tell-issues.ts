import type { Issue, Severity } from '../core/issue.ts';
import { describeIssue } from '../text/describe-issue.ts';
import type { Speech } from './host.ts';
import { oneLine } from './one-line.ts';

const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'info'];

/** A terminal is no place for ten thousand lines: the rest is counted. */
const MOST_LINES = 200;

/**
 * Says the problems of the data, one a line, the worst first. `more` says how many were left unsaid (they stand in the
 * result of an audit; other results have no such place); null: none is.
 */
export function tellIssues(
  issues: readonly Issue[],
  { host, language, texts }: Speech,
  more: ((count: number) => string) | null = texts.cli.moreIssues,
): void {
  const ordered = WORST_FIRST.flatMap((severity) => issues.filter((issue) => issue.severity === severity));
  const most = more ? MOST_LINES : ordered.length;
  for (const issue of ordered.slice(0, most)) {
    const { severity, code } = issue;
    host.tell(oneLine(texts.cli.issue(texts.cli.severity[severity], describeIssue(language, issue), code)));
  }
  if (more && ordered.length > most) host.tell(more(ordered.length - most));
}
