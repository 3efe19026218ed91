import { setOutlookView } from '../../actions/arrange.ts';
import { NumberInput } from '../parts/number-input.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** Assumptions of half a century are none. */
const MOST_YEARS = 50;

/** The two years that are looked at. */
export function YearChoice() {
  const { years: t } = useTexts().outlook;
  const workspace = useWorkspace();
  const { years } = useWorkspaceState((state) => state.outlookView);
  const baseYear = useWorkspaceState(({ asOf }) => Number(asOf.slice(0, 4)));
  const [near, far] = years;
  const common = { unit: t.unit, min: baseYear, max: baseYear + MOST_YEARS, step: 1 };
  return (
    <div className="outlook-choice">
      <span className="muted">{t.lookAt}</span>
      <NumberInput
        label={t.first}
        value={near}
        {...common}
        onChange={(year) => setOutlookView(workspace, { years: [year, far] })}
      />
      <NumberInput
        label={t.second}
        value={far}
        {...common}
        onChange={(year) => setOutlookView(workspace, { years: [near, year] })}
      />
    </div>
  );
}
