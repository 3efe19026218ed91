import type { EditRefusal } from '../../core/plan/edit-refusal.ts';
import type { IssueDetail } from '../../core/issue.ts';
import type { Texts } from '../../text/texts.ts';
import { columnLabel } from '../import/column-label.ts';

/** Why an edit is not made, and what to do. */
export function refusalText(texts: Texts, { refused, column, detail }: EditRefusal): string {
  const words = (value: IssueDetail[string] | undefined): string =>
    typeof value === 'object' && value !== null ? value.join(texts.workspace.listSeparator) : String(value ?? '');
  return texts.edits.refusal[refused]({
    column: column === undefined ? '' : columnLabel(texts.imports, column),
    found: words(detail['found']),
    expected: words(detail['expected']),
  });
}
