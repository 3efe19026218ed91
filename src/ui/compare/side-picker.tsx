import { readComparedFiles, type ComparedFile } from '../../actions/read-compared-files.ts';
import { startComparison } from '../../actions/start-comparison.ts';
import { AnalysisCancelled, type SideName } from '../../analysis/api.ts';
import { FILE_TYPES } from '../../files/file-types.ts';
import { pickFiles } from '../../files/pick-files.ts';
import type { ComparedSides, CompareSide } from '../../state/compare/compare-side.ts';
import { isSamePlan, offeredPlans } from '../../state/compare/offered-plans.ts';
import { inLanguage } from '../parts/bilingual.ts';
import { Choice } from '../parts/choice.tsx';
import { DayInput } from '../parts/date-input.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** How opening other files ended: what became of each, or why none could be opened. */
export type FilesOutcome = { readonly read: readonly ComparedFile[] } | { readonly failure: string };

const CHOOSE = 'choose';

/** What one side is: which data, which standard judges it, as of which day. */
export function SidePicker({
  side,
  sides,
  onFiles,
}: {
  readonly side: SideName;
  readonly sides: ComparedSides;
  readonly onFiles: (outcome: FilesOutcome | null) => void;
}) {
  const { compare: t, workspace: w } = useTexts();
  const workspace = useWorkspace();
  const standards = useWorkspaceState((state) => state.standards);
  const { language } = useWorkspaceState(({ preferences }) => preferences);
  const chosen = sides[side];
  const choose = (more: Partial<CompareSide>): void => {
    // Files take time to read: what was chosen meanwhile stands.
    const now = workspace.store.getState().comparison;
    if (now !== null) startComparison(workspace, { ...now, [side]: { ...now[side], ...more } });
  };
  const openOther = async (): Promise<void> => {
    const files = await pickFiles(FILE_TYPES);
    if (files.length === 0) return;
    onFiles(null);
    try {
      const { of, read } = await readComparedFiles(workspace, files);
      onFiles({ read });
      if (of !== null) choose({ of });
    } catch (error) {
      if (error instanceof AnalysisCancelled) return;
      onFiles({ failure: error instanceof Error ? error.message : String(error) });
    }
  };
  const plans = offeredPlans(sides);
  return (
    <fieldset className="side-picker" data-side={side}>
      <legend>{t.side[side]}</legend>
      <Choice
        className="version-choice"
        label={t.version}
        value={String(plans.findIndex((one) => isSamePlan(one, chosen.of)))}
        options={[
          ...plans.map((of, i) => ({ id: String(i), text: of.kind === 'current' ? t.current : of.name })),
          { id: CHOOSE, text: t.chooseFiles },
        ]}
        onChange={(id) => {
          const of = plans[Number(id)];
          if (of) choose({ of });
          else void openOther();
        }}
      />
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
