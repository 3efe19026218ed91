import { Input, TextField } from 'react-aria-components';
import { changeImport, forgetRemembered } from '../../actions/change-import.ts';
import { amountColumns } from '../../core/import/apply-mapping.ts';
import { COLUMNS, PLACE_COLUMNS, REQUIRED_COLUMNS } from '../../core/import/columns.ts';
import type { ImportMapping } from '../../core/import/mapping.ts';
import type { TableRole } from '../../core/import/table.ts';
import { WORDS_OF } from '../../core/import/words.ts';
import { mappingInUse, type ImportDraft } from '../../state/import-draft.ts';
import { formatNumber, formatShare } from '../../text/numbers.ts';
import { Choice } from '../parts/choice.tsx';
import { SwitchRow } from '../parts/switch-row.tsx';
import { useTexts, useWorkspace } from '../workspace-context.tsx';
import { columnLabel } from './column-label.ts';
import { HeaderChoice } from './header-choice.tsx';
import { StepIssues } from './step-issues.tsx';

/** What stands for no constant, in a choice whose options are texts. */
const NONE = '';

/** Which header holds which column, a line each, with what stands in it. */
export function ColumnsStep({ draft }: { readonly draft: ImportDraft }) {
  const { imports: t, workspace: w } = useTexts();
  const workspace = useWorkspace();
  const { source, declared, key } = draft;
  const role = declared.role ?? source?.role;
  if (!source || !role || role === 'streets') return <StepIssues draft={draft} step="columns" />;
  const mapping = mappingInUse(draft);
  const columns = source.hasGeometries ? COLUMNS[role] : [...COLUMNS[role], ...PLACE_COLUMNS];
  const used = new Set(Object.values(mapping.columns).flat());
  const kept = source.profiles.filter(({ header }) => !used.has(header)).map(({ header }) => header);
  const age = source.eldersFrom[mapping.columns['elders']?.[0] ?? ''];
  const change = (next: Partial<ImportMapping>): void =>
    changeImport(workspace, key, { mapping: { ...mapping, ...next } });
  return (
    <>
      <StepIssues draft={draft} step="columns" />
      {draft.remembered ? (
        <p className="import-hint">
          {t.remembered}{' '}
          <button type="button" className="link" onClick={() => forgetRemembered(workspace, key)}>
            {t.forget}
          </button>
        </p>
      ) : null}
      {age === undefined ? null : (
        <SwitchRow
          selected={declared.elderAge === age}
          onChange={(on) => changeImport(workspace, key, { elderAge: on ? age : null })}
        >
          {t.elderAge(String(age))}
        </SwitchRow>
      )}
      <ul className="import-columns">
        {columns.map(({ name }) => (
          <ColumnLine key={name} draft={draft} role={role} column={name} mapping={mapping} onChange={change} />
        ))}
      </ul>
      <TextField
        className="import-prefix"
        value={mapping.idPrefix}
        onChange={(idPrefix) => change({ idPrefix })}
        aria-label={t.idPrefix}
      >
        <span>{t.idPrefix}</span>
        <Input />
        <span className="muted">{t.idPrefixHelp}</span>
      </TextField>
      {kept.length === 0 ? null : (
        <p className="muted">{t.keptColumns(formatNumber(kept.length), kept.join(w.clauseSeparator))}</p>
      )}
    </>
  );
}

function ColumnLine({
  draft,
  role,
  column,
  mapping,
  onChange,
}: {
  readonly draft: ImportDraft;
  readonly role: TableRole;
  readonly column: string;
  readonly mapping: ImportMapping;
  readonly onChange: (next: Partial<ImportMapping>) => void;
}) {
  const { imports: t } = useTexts();
  const { source, likely } = draft;
  const headers = mapping.columns[column] ?? [];
  const words = WORDS_OF[role][column];
  const label = columnLabel(t, column);
  const constant = Object.hasOwn(mapping.constants, column) ? mapping.constants[column]! : NONE;
  const required = REQUIRED_COLUMNS[role].includes(column);
  const missing = required && headers.length === 0 && constant === NONE && !(column === 'id' && source!.hasOwnIds);
  const setHeaders = (next: readonly string[]): void => {
    const rest = Object.entries(mapping.columns).filter(([name]) => name !== column);
    onChange({ columns: Object.fromEntries(next.length === 0 ? rest : [...rest, [column, next]]) });
  };
  const setConstant = (value: string): void => {
    const rest = Object.entries(mapping.constants).filter(([name]) => name !== column);
    onChange({ constants: Object.fromEntries(value === NONE ? rest : [...rest, [column, value]]) });
  };
  const profiles = headers.flatMap((header) => source!.profiles.find((one) => one.header === header) ?? []);
  return (
    <li data-missing={missing}>
      <span className="column-name">
        {label}
        {required ? <span className="badge">{t.required}</span> : null}
        {likely.includes(column) && headers.length > 0 ? (
          <span className="badge likely" title={t.likelyHelp}>
            {t.likely}
          </span>
        ) : null}
      </span>
      <span className="column-source">
        <HeaderChoice
          label={label}
          source={source!}
          column={column}
          adds={amountColumns(role).includes(column)}
          headers={headers}
          onChange={setHeaders}
        />
        {words !== undefined && headers.length === 0 ? (
          <Choice
            label={`${label} ${t.constant}`}
            labelHidden
            value={constant}
            options={[
              { id: NONE, text: t.constantNone },
              ...words.values.map((id) => ({ id, text: `${t.constant} ${t.values[id] ?? id}` })),
            ]}
            onChange={setConstant}
          />
        ) : null}
      </span>
      <span className="column-samples muted">
        {profiles.map(({ header, samples, filled }) => (
          <span key={header}>
            {samples.join(' · ')}
            {filled < source!.rows ? <em>{t.filled(formatShare(filled / Math.max(1, source!.rows)))}</em> : null}
          </span>
        ))}
      </span>
    </li>
  );
}
