import { formField, type FormTable } from '../../core/forms/form-fields.ts';
import type { ColumnOutcome } from '../../core/forms/set-column.ts';
import { nameOfRecord } from '../../state/name-of-record.ts';
import { formatNumber } from '../../text/numbers.ts';
import { refusalText } from '../forms/refusal-text.ts';
import { valueText } from '../forms/value-text.ts';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';

/** Rows listed before the rest is only counted. */
const LISTED = 6;

/** What giving a column a value does: how many change, the first of them before and after, and which are refused. */
export function BulkPreview({
  table,
  column,
  outcome: { rows, refused, unchanged },
}: {
  readonly table: FormTable;
  readonly column: string;
  readonly outcome: ColumnOutcome;
}) {
  const texts = useTexts();
  const t = texts.edits.bulk;
  const plan = useWorkspaceState((state) => state.plan);
  const field = formField(table, column);
  return (
    <>
      <p>
        {[
          t.changes(formatNumber(rows.length)),
          ...(unchanged > 0 ? [t.unchanged(formatNumber(unchanged))] : []),
          ...(refused.length > 0 ? [t.refused(formatNumber(refused.length))] : []),
        ].join(texts.workspace.clauseSeparator)}
      </p>
      {rows.length === 0 ? null : (
        <table className="bulk-rows">
          <thead>
            <tr>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.before}</th>
              <th scope="col">{t.after}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, LISTED).map(({ id, from, to }) => (
              <tr key={id}>
                <th scope="row">{nameOfRecord(plan, table, id)}</th>
                <td>{valueText(texts, field, from)}</td>
                <td>{valueText(texts, field, to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > LISTED ? <p className="muted">{t.more(formatNumber(rows.length - LISTED))}</p> : null}
      {refused.length === 0 ? null : (
        <ul className="bulk-refused">
          {refused.slice(0, LISTED).map(({ id, refusal }) => (
            <li key={id}>
              {nameOfRecord(plan, table, id)}
              {texts.workspace.listSeparator}
              {refusalText(texts, refusal)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
