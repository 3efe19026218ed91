import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { setOutlookView } from '../../actions/arrange.ts';
import { OUTLOOK_PARTS } from '../../state/workspace-state.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { LeasesPart } from './leases-part.tsx';
import { PhasingPart } from './phasing-part.tsx';
import { YearsPart } from './years-part.tsx';

/** The time to come: by assumption, by leases that end, and by programme. */
export function OutlookPanel() {
  const { parts: t } = useTexts().outlook;
  const workspace = useWorkspace();
  const { part } = useWorkspaceState((state) => state.outlookView);
  return (
    <div className="outlook-panel">
      <div className="verdict-chips outlook-parts">
        <ToggleButtonGroup
          aria-label={t.label}
          selectedKeys={[part]}
          disallowEmptySelection
          onSelectionChange={(keys) => {
            const next = OUTLOOK_PARTS.find((one) => keys.has(one));
            if (next !== undefined) setOutlookView(workspace, { part: next });
          }}
        >
          {OUTLOOK_PARTS.map((one) => (
            <ToggleButton key={one} id={one} className="chip">
              {t[one]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      {part === 'years' ? <YearsPart /> : part === 'leases' ? <LeasesPart /> : <PhasingPart />}
    </div>
  );
}
