import { rename } from '../../actions/rename-record.ts';
import type { FormTable } from '../../core/forms/form-fields.ts';
import { recordIssues } from '../../core/forms/record-issues.ts';
import { issueSentence } from '../../text/describe-issue.ts';
import { columnLabel } from '../import/column-label.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { FIELD_GROUPS } from './field-groups.ts';
import { RecordField } from './record-field.tsx';
import { refusalText } from './refusal-text.ts';
import { TypedField } from './typed-field.tsx';

/** Every field of a record, in groups. */
export function RecordForm({ table, id }: { readonly table: FormTable; readonly id: string }) {
  const texts = useTexts();
  const { edits: t, imports } = texts;
  const workspace = useWorkspace();
  return (
    <div className="record-form">
      <Disagreements table={table} id={id} />
      {FIELD_GROUPS[table].map(({ name, columns }) => (
        <section key={name} aria-label={t.group[name]}>
          <h3>{t.group[name]}</h3>
          {name === 'basic' ? (
            <TypedField
              label={columnLabel(imports, 'id')}
              kind="text"
              value={id}
              clearable={false}
              onCommit={(to) => {
                const refused = rename(workspace, { table, id, to });
                return refused === null ? null : refusalText(texts, refused);
              }}
            />
          ) : null}
          {columns.map((column) => (
            <RecordField key={column} table={table} id={id} column={column} />
          ))}
        </section>
      ))}
    </div>
  );
}

/** Figures that do not fit one another: used as they are, and said where they can be mended. */
function Disagreements({ table, id }: { readonly table: FormTable; readonly id: string }) {
  const { imports } = useTexts();
  const plan = useWorkspaceState((state) => state.plan);
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  return recordIssues(plan, table, id).map((found) => {
    const { column } = found.where;
    const where = column === undefined ? {} : { column: columnLabel(imports, column) };
    return (
      <p key={`${found.code} ${column}`} className="hint record-warning" role="status">
        {issueSentence(language, { ...found, where })}
      </p>
    );
  });
}
