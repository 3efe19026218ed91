import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { setDataView } from '../../actions/arrange.ts';
import { DATA_PARTS } from '../../state/workspace-state.ts';
import { formatNumber } from '../../text/numbers.ts';
import { IssueTable } from '../panels/issue-table.tsx';
import { useIssues } from '../queries.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { HealthPage } from './health-page.tsx';

/** What is said of the data: what it can bear, and every problem in it. */
export function DataPanel() {
  const { parts: t } = useTexts().health;
  const workspace = useWorkspace();
  const { part } = useWorkspaceState((state) => state.dataView);
  const issues = useIssues().length;
  return (
    <div className="data-panel">
      <div className="verdict-chips data-parts">
        <ToggleButtonGroup
          aria-label={t.label}
          selectedKeys={[part]}
          disallowEmptySelection
          onSelectionChange={(keys) => {
            const next = DATA_PARTS.find((one) => keys.has(one));
            if (next !== undefined) setDataView(workspace, { part: next, code: null });
          }}
        >
          {DATA_PARTS.map((one) => (
            <ToggleButton key={one} id={one} className="chip">
              {t[one]}
              {one === 'issues' ? <span>{formatNumber(issues)}</span> : null}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      {part === 'health' ? <HealthPage /> : <IssueTable />}
    </div>
  );
}
