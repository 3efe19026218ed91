import type { Conflict } from '../../core/plan/apply-scenario.ts';
import { changedFields } from '../../core/plan/plan-diff.ts';
import type { Texts } from '../../text/texts.ts';
import { fieldActionText } from '../compare/field-action-text.ts';

/** What the baseline has by now instead of what an edit of a scenario came from, with values. */
export function conflictText({ edit, code, found }: Conflict, texts: Texts): string {
  const t = texts.scenarios;
  if (code !== 'changed_since') return t.conflictCode[code];
  const fields =
    'field' in edit
      ? [{ field: edit.field, from: edit.from, to: found }]
      : changedFields(edit.from as object, found as object);
  return t.changedSince(fields.map((field) => fieldActionText(field, texts)).join(texts.gaps.separator));
}
