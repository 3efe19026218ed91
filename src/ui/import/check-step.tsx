import { useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { changeImport } from '../../actions/change-import.ts';
import type { SourceRow } from '../../analysis/api.ts';
import type { Issue } from '../../core/issue.ts';
import { mappingInUse, type ImportDraft } from '../../state/import-draft.ts';
import { describeIssue } from '../../text/describe-issue.ts';
import { formatNumber } from '../../text/numbers.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { columnLabel } from './column-label.ts';
import { StepIssues } from './step-issues.tsx';

/** Rows shown at a time: those after them follow once these are put right. */
const MOST_ROWS = 60;

/** Rows that have a problem, each at its cell, to be put right or left out. */
export function CheckStep({ draft }: { readonly draft: ImportDraft }) {
  const t = useTexts().imports;
  const workspace = useWorkspace();
  const { reading, key } = draft;
  const mapping = mappingInUse(draft);
  const byRow = useMemo(() => issuesByRow(reading?.report.issues ?? []), [reading]);
  const numbers = useMemo(() => [...byRow.keys()].sort((a, b) => a - b), [byRow]);
  const rows = useRows(draft, numbers);
  if (reading === null) return <p className="muted">{t.previewNone}</p>;
  const skip = (more: readonly number[]): void =>
    changeImport(workspace, key, { mapping: { ...mapping, skipped: [...new Set([...mapping.skipped, ...more])] } });
  const wrong = numbers.filter((row) => byRow.get(row)!.some(({ severity }) => severity === 'error'));
  return (
    <>
      <StepIssues draft={draft} step="check" />
      {mapping.skipped.length > 0 ? (
        <p className="import-hint">
          {t.skipped} {mapping.skipped.map((row) => formatNumber(row)).join(', ')}{' '}
          <button
            type="button"
            className="link"
            onClick={() => changeImport(workspace, key, { mapping: { ...mapping, skipped: [] } })}
          >
            {t.restore}
          </button>
        </p>
      ) : null}
      {numbers.length === 0 ? (
        <p className="import-sound">{t.checkNone}</p>
      ) : (
        <>
          <div className="import-check-head">
            <h4>
              {t.checkTable} <span className="muted number">{formatNumber(numbers.length)}</span>
            </h4>
            {wrong.length > 1 ? (
              <Button className="button small" onPress={() => skip(wrong)}>
                {t.skipAll}
              </Button>
            ) : null}
          </div>
          <ul className="import-rows">
            {rows.map((row) => (
              <ProblemRow
                key={row.number}
                draft={draft}
                row={row}
                issues={byRow.get(row.number) ?? []}
                onSkip={() => skip([row.number])}
              />
            ))}
          </ul>
          {numbers.length > MOST_ROWS ? (
            <p className="muted">{t.checkMore(formatNumber(numbers.length - MOST_ROWS))}</p>
          ) : null}
        </>
      )}
    </>
  );
}

/** Cells of the first rows with problems, as the mapping reads them. */
function useRows(draft: ImportDraft, numbers: readonly number[]): readonly SourceRow[] {
  const workspace = useWorkspace();
  const [rows, setRows] = useState<readonly SourceRow[]>([]);
  const { source, declared } = draft;
  const role = declared.role ?? source?.role ?? null;
  const mapping = mappingInUse(draft);
  const handle = source?.handle;
  useEffect(() => {
    if (handle === undefined || role === null || role === 'streets') return undefined;
    let wanted = true;
    const request = { handle, role, mapping, rows: numbers.slice(0, MOST_ROWS) };
    void workspace.analysis.sourceRows(request).then(
      (found) => wanted && setRows(found),
      // The source was closed meanwhile: so is this step.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [workspace, handle, role, mapping, numbers]);
  return rows;
}

function issuesByRow(issues: readonly Issue[]): ReadonlyMap<number, readonly Issue[]> {
  const rows = new Map<number, Issue[]>();
  for (const issue of issues) {
    const { row } = issue.where;
    if (row === undefined || issue.severity === 'info') continue;
    const there = rows.get(row);
    if (there) there.push(issue);
    else rows.set(row, [issue]);
  }
  return rows;
}

function ProblemRow({
  draft,
  row,
  issues,
  onSkip,
}: {
  readonly draft: ImportDraft;
  readonly row: SourceRow;
  readonly issues: readonly Issue[];
  readonly onSkip: () => void;
}) {
  const t = useTexts().imports;
  const workspace = useWorkspace();
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  const mapping = mappingInUse(draft);
  const fix = (column: string, value: string): void => {
    const rest = mapping.fixes.filter((one) => one.row !== row.number || one.column !== column);
    changeImport(workspace, draft.key, {
      mapping: { ...mapping, fixes: [...rest, { row: row.number, column, value }] },
    });
  };
  const severityAt = (headers: string): Issue['severity'] | undefined =>
    issues.find(({ where }) => where.column === headers)?.severity;
  return (
    <li>
      <div className="import-row-head">
        <strong>
          {t.row} {formatNumber(row.number)}
        </strong>
        <Button className="button small quiet" onPress={onSkip}>
          {t.skip}
        </Button>
      </div>
      <ul className="import-issues">
        {issues.map((issue, i) => (
          <li key={`${issue.code} ${i}`}>
            <span className="severity" data-severity={issue.severity} aria-hidden="true" />
            {describeIssue(language, issue)}
          </li>
        ))}
      </ul>
      <dl className="import-cells">
        {row.cells.map(({ column, header, text }) => {
          const severity = severityAt(header) ?? (column === null ? undefined : severityAt(column));
          return (
            <div key={header} data-severity={severity}>
              <dt>{column === null ? header : columnLabel(t, column)}</dt>
              <dd>
                {column === null ? (
                  text
                ) : (
                  <CellInput
                    key={text}
                    label={t.fixLabel(columnLabel(t, column), String(row.number))}
                    text={text}
                    onChange={(value) => fix(column, value)}
                  />
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </li>
  );
}

/** A cell to be put right; taken over on Enter or on leaving it. */
function CellInput({
  label,
  text,
  onChange,
}: {
  readonly label: string;
  readonly text: string;
  readonly onChange: (value: string) => void;
}) {
  const [typed, setTyped] = useState(text);
  const commit = (): void => {
    if (typed !== text) onChange(typed);
  };
  return (
    <input
      aria-label={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
