import { startComparison } from '../../actions/start-comparison.ts';
import type { SideName } from '../../analysis/api.ts';
import type { ComparedSides, CompareSide } from '../../state/compare/compare-side.ts';
import { inLanguage } from '../parts/bilingual.ts';
import { Choice } from '../parts/choice.tsx';
import { DayInput } from '../parts/date-input.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** What one side is: which standard judges it, as of which day. */
export function SidePicker({ side, sides }: { readonly side: SideName; readonly sides: ComparedSides }) {
  const { compare: t, workspace: w } = useTexts();
  const workspace = useWorkspace();
  const standards = useWorkspaceState((state) => state.standards);
  const { language } = useWorkspaceState(({ preferences }) => preferences);
  const chosen = sides[side];
  const choose = (more: Partial<CompareSide>): void =>
    startComparison(workspace, { ...sides, [side]: { ...chosen, ...more } });
  return (
    <fieldset className="side-picker" data-side={side}>
      <legend>{t.side[side]}</legend>
      <Choice
        className="standard-choice"
        label={w.topBar.standard}
        value={chosen.standardId}
        options={standards.map(({ standard }) => ({
          id: standard.id,
          text: inLanguage(standard.short_title, language),
          mark: <StatusBadge status={standard.status} />,
          note: inLanguage(standard.title, language),
        }))}
        onChange={(standardId) => choose({ standardId })}
      />
      <DayInput label={w.topBar.asOf} value={chosen.asOf} onChange={(asOf) => choose({ asOf })} />
    </fieldset>
  );
}
