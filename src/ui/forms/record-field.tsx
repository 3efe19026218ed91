import { setField } from '../../actions/set-field.ts';
import { formField, type FormTable } from '../../core/forms/form-fields.ts';
import { cellText } from '../../core/import/read-cell.ts';
import { columnLabel } from '../import/column-label.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { ChosenField } from './chosen-field.tsx';
import { DayField } from './day-field.tsx';
import { refusalText } from './refusal-text.ts';
import { ServesField } from './serves-field.tsx';
import { TypedField } from './typed-field.tsx';

/** One field of a record, with the control that its column asks for. Each change is a step of its own. */
export function RecordField({
  table,
  id,
  column,
}: {
  readonly table: FormTable;
  readonly id: string;
  readonly column: string;
}) {
  const texts = useTexts();
  const workspace = useWorkspace();
  const field = formField(table, column);
  const value = useWorkspaceState(
    ({ plan }) => (plan[table].get(id) as Readonly<Record<string, unknown>> | undefined)?.[field.field],
  );
  const label = columnLabel(texts.imports, column);
  const commit = (cell: unknown): string | null => {
    const refused = setField(workspace, { table, id, column, cell });
    return refused === null ? null : refusalText(texts, refused);
  };
  if (field.kind === 'services') return <ServesField id={id} label={label} onCommit={commit} />;
  if (field.kind === 'day') return <DayField label={label} value={cellText(value)} onCommit={commit} />;
  if (field.kind === 'choice' || field.kind === 'flag') {
    return <ChosenField field={field} label={label} value={value} onCommit={commit} />;
  }
  return (
    <TypedField
      label={label}
      kind={field.kind}
      unit={field.unit === null ? '' : texts.edits.unit[field.unit]}
      value={cellText(value)}
      onCommit={commit}
    />
  );
}
