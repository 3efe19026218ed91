import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { setDataView } from '../../actions/arrange.ts';
import { selectAndShow } from '../../actions/select.ts';
import type { Issue, Severity } from '../../core/issue.ts';
import { SEVERITIES } from '../../state/issue-kinds.ts';
import { describeIssue } from '../../text/describe-issue.ts';
import { formatNumber } from '../../text/numbers.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import { useIssues } from '../queries.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** CSS pixels, guessed before a row is measured: sentences wrap. */
const ROW_PX = 34;

/** Every problem in the data, the worst first, each with what to do. */
export function IssueTable() {
  const { issues: t, severity } = useTexts().workspace;
  const workspace = useWorkspace();
  const every = useIssues();
  const { code } = useWorkspaceState((state) => state.dataView);
  const issues = useMemo(() => (code === null ? every : every.filter((one) => one.code === code)), [every, code]);
  const [shown, setShown] = useState<ReadonlySet<Severity>>(new Set(SEVERITIES));
  const counts = useMemo(() => countBySeverity(issues), [issues]);
  const rows = useMemo(
    () => SEVERITIES.filter((one) => shown.has(one)).flatMap((one) => issues.filter((issue) => issue.severity === one)),
    [issues, shown],
  );
  if (every.length === 0) return <EmptyNote title={t.empty} />;
  return (
    <div className="gap-list">
      <div className="verdict-chips">
        <ToggleButtonGroup
          aria-label={t.severity}
          selectionMode="multiple"
          selectedKeys={shown}
          onSelectionChange={(keys) => setShown(new Set(SEVERITIES.filter((one) => keys.has(one))))}
        >
          {SEVERITIES.map((one) => (
            <ToggleButton key={one} id={one} className="chip">
              <span className="severity" data-severity={one} aria-hidden="true" />
              {severity[one]}
              <span>{formatNumber(counts[one])}</span>
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {code === null ? null : (
          <>
            <span className="muted" role="status">
              {t.oneKind(formatNumber(issues.length))}
            </span>
            <Button className="button quiet small" onPress={() => setDataView(workspace, { code: null })}>
              {t.everyKind}
            </Button>
          </>
        )}
      </div>
      <IssueRows rows={rows} />
    </div>
  );
}

function countBySeverity(issues: readonly Issue[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of issues) counts[severity]++;
  return counts;
}

function IssueRows({ rows }: { readonly rows: readonly Issue[] }) {
  const { issues: t } = useTexts().workspace;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
  });
  return (
    <div
      ref={scroller}
      className="grid-scroller issues"
      role="table"
      aria-label={t.title}
      aria-rowcount={rows.length + 1}
      // A long table must be scrollable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <div className="grid-row grid-head" role="row" aria-rowindex={1}>
        {[t.severity, t.sentence, t.file, t.row, t.column, t.id].map((title) => (
          <div key={title} role="columnheader" className="cell">
            {title}
          </div>
        ))}
      </div>
      <div className="grid-body" role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <div
            key={index}
            ref={virtualizer.measureElement}
            data-index={index}
            className="grid-row"
            role="row"
            aria-rowindex={index + 2}
            style={{ transform: `translateY(${start}px)` }}
          >
            <IssueCells issue={rows[index]!} />
          </div>
        ))}
      </div>
    </div>
  );
}

function IssueCells({ issue }: { readonly issue: Issue }) {
  const { workspace: t } = useTexts();
  const workspace = useWorkspace();
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  const plan = useWorkspaceState((state) => state.plan);
  const { input, file, row, column, id } = issue.where;
  const kind =
    id === undefined
      ? null
      : input === 'areas' && plan.areas.has(id)
        ? ('area' as const)
        : input === 'facilities' && plan.facilities.has(id)
          ? ('facility' as const)
          : issue.code.startsWith('reserved_parcel_') && plan.parcels.has(id)
            ? ('parcel' as const)
            : null;
  return (
    <>
      <div role="cell" className="cell">
        <span className="severity" data-severity={issue.severity} aria-hidden="true" />
        {t.severity[issue.severity]}
      </div>
      <div role="cell" className="cell sentence">
        {describeIssue(language, issue)}
      </div>
      <div role="cell" className="cell">
        {file ?? t.issues.fromAudit}
      </div>
      <div role="cell" className="cell number">
        {row === undefined ? '' : formatNumber(row)}
      </div>
      <div role="cell" className="cell">
        {column}
      </div>
      <div role="cell" className="cell">
        {kind === null || id === undefined ? (
          id
        ) : (
          <button type="button" className="link" onClick={() => selectAndShow(workspace, { kind, id })}>
            {id}
          </button>
        )}
      </div>
    </>
  );
}
