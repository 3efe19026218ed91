import { isProjectFile } from '../../actions/open-project-file.ts';
import { readComparedDocument, type ComparedSource } from '../../actions/read-compared-document.ts';
import { readComparedFiles, type ComparedFile } from '../../actions/read-compared-files.ts';
import { startComparison } from '../../actions/start-comparison.ts';
import { AnalysisCancelled, type SideName } from '../../analysis/api.ts';
import type { Issue } from '../../core/issue.ts';
import { FILE_TYPES } from '../../files/file-types.ts';
import { pickFiles } from '../../files/pick-files.ts';
import type { ComparedSides, CompareSide } from '../../state/compare/compare-side.ts';
import type { Version } from '../../state/versions.ts';
import { inLanguage } from '../parts/bilingual.ts';
import { Choice } from '../parts/choice.tsx';
import { DayInput } from '../parts/date-input.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { PlanChoice } from './plan-choice.tsx';

/** How reading something else ended: what became of each file, or why nothing could be read. */
export type FilesOutcome =
  { readonly read: readonly ComparedFile[] } | { readonly refused: readonly Issue[] } | { readonly failure: string };

/** What one side is: which data, which standard judges it, as of which day. */
export function SidePicker({
  side,
  sides,
  versions,
  onFiles,
}: {
  readonly side: SideName;
  readonly sides: ComparedSides;
  readonly versions: readonly Version[];
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
  const read = async (reading: () => Promise<void>): Promise<void> => {
    onFiles(null);
    try {
      await reading();
    } catch (error) {
      if (error instanceof AnalysisCancelled) return;
      onFiles({ failure: error instanceof Error ? error.message : String(error) });
    }
  };
  const readDocument = (source: ComparedSource): Promise<void> =>
    read(async () => {
      const found = await readComparedDocument(workspace, source);
      if (found.of === null) onFiles({ refused: found.issues });
      else choose({ of: found.of });
    });
  const openFiles = async (): Promise<void> => {
    const files = await pickFiles(FILE_TYPES);
    const [file] = files;
    if (file === undefined) return;
    if (files.length === 1 && (await isProjectFile(file))) {
      await readDocument({ kind: 'file', file });
      return;
    }
    await read(async () => {
      const found = await readComparedFiles(workspace, files);
      onFiles({ read: found.read });
      if (found.of !== null) choose({ of: found.of });
    });
  };
  return (
    <fieldset className="side-picker" data-side={side}>
      <legend>{t.side[side]}</legend>
      <PlanChoice
        sides={sides}
        value={chosen.of}
        versions={versions}
        onChoose={(of) => choose({ of })}
        onRead={(source) => void readDocument(source)}
        onFiles={() => void openFiles()}
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
