import type { Issue } from '../core/issue.ts';
import type { Speech } from './host.ts';
import { tellIssues } from './tell-issues.ts';
import { Unusable } from './unusable.ts';

/** `--strict`: any problem of severity error ends the work before anything is written. */
export function refuseErrors(issues: readonly Issue[], speech: Speech): void {
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  speech.host.progress(null);
  tellIssues(issues, speech);
  throw new Unusable([speech.texts.cli.strict(errors.length)]);
}
