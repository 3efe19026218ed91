import type { Issue, IssueCode, Severity } from '../core/issue.ts';

/** All problems of one code, with the first of them to show. */
export interface IssueKind {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly count: number;
  readonly first: Issue;
}

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Problems by code: the worst first, of those alike the most frequent. */
export function issueKinds(issues: readonly Issue[]): IssueKind[] {
  const kinds = new Map<IssueCode, IssueKind>();
  for (const issue of issues) {
    const { code, severity } = issue;
    const known = kinds.get(code);
    kinds.set(code, known ? { ...known, count: known.count + 1 } : { code, severity, count: 1, first: issue });
  }
  return [...kinds.values()].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.count - a.count,
  );
}
