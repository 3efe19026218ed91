import { settingsInUse } from '../../state/selectors.ts';
import { formatGap, formatNumber, formatShare } from '../../text/numbers.ts';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';

/** The whole in four figures: space and reach side by side, never blended. */
export function SummaryFigures() {
  const texts = useTexts();
  const t = texts.workspace.summary;
  const summary = useWorkspaceState(({ digest }) => digest?.summary ?? null);
  const plan = useWorkspaceState((state) => state.plan);
  const age = String(settingsInUse({ plan }).elder_age);
  if (summary === null || summary.areas === 0) return null;
  const located = summary.elders - summary.elders_not_located;
  const unknown = texts.workspace.unknown;
  const notes = (...said: readonly (string | null)[]): string =>
    said.filter((one) => one !== null).join(texts.workspace.clauseSeparator);
  return (
    <section className="summary" aria-label={t.label}>
      <h2>{t.label}</h2>
      <dl>
        <Figure
          name={t.short}
          value={formatNumber(summary.by_verdict.short ?? 0)}
          note={t.ofAreas(formatNumber(summary.areas))}
          alarming
        />
        <GapFigure
          name={t.floorGap}
          m2={summary.floor_gap_m2}
          undecided={summary.floor_gap_undecided}
          note={t.areasUnknown}
        />
        <Figure
          name={t.covered(age)}
          value={located > 0 ? formatShare(summary.elders_covered / located) : unknown}
          note={notes(
            located > 0 ? t.uncovered(formatNumber(located - summary.elders_covered, 0)) : t.shareUnknown,
            summary.elders_not_located > 0 ? t.notLocated(formatNumber(summary.elders_not_located, 0)) : null,
            summary.areas_without_elders > 0 && located > 0
              ? t.someUnknown(formatNumber(summary.areas_without_elders))
              : null,
            summary.areas_with_estimated_elders > 0
              ? texts.population.areasEstimated(formatNumber(summary.areas_with_estimated_elders))
              : null,
          )}
        />
        <GapFigure
          name={t.landGap}
          m2={summary.land_gap_m2}
          undecided={summary.land_gap_undecided}
          known={summary.counties > 0}
          note={summary.counties > 0 ? t.countiesUnknown : () => t.noCounties}
        />
      </dl>
    </section>
  );
}

/** From here on the decimals of a sum are not read: they stand in the list and the export. */
const WHOLE_FROM_M2 = 1000;

/** A sum of gaps. Nothing summed and something undecided is unknown, not nothing. */
function GapFigure({
  name,
  m2,
  undecided,
  known = true,
  note,
}: {
  readonly name: string;
  readonly m2: number;
  readonly undecided: number;
  /** False: there is nothing to add up at all. */
  readonly known?: boolean;
  readonly note: (count: string) => string;
}) {
  const { inspector, workspace } = useTexts();
  const unknown = !known || (m2 === 0 && undecided > 0);
  return (
    <Figure
      name={name}
      value={unknown ? workspace.unknown : m2 >= WHOLE_FROM_M2 ? formatNumber(m2, 0) : formatGap(m2)}
      unit={unknown ? '' : inspector.unitM2}
      note={undecided > 0 || !known ? note(formatNumber(undecided)) : ''}
    />
  );
}

function Figure({
  name,
  value,
  unit = '',
  note,
  alarming = false,
}: {
  readonly name: string;
  readonly value: string;
  readonly unit?: string;
  readonly note: string;
  readonly alarming?: boolean;
}) {
  return (
    <div data-alarming={alarming}>
      <dt>{name}</dt>
      <dd>
        {value}
        <small>{unit}</small>
      </dd>
      {note === '' ? null : <dd className="summary-note">{note}</dd>}
    </div>
  );
}
