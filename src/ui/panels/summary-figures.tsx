import { settingsInUse } from '../../state/selectors.ts';
import { formatGap, formatNumber, formatShare } from '../../text/numbers.ts';
import { useUnits } from '../queries.ts';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';

/** The whole in four figures: space and reach side by side, never blended. */
export function SummaryFigures() {
  const texts = useTexts();
  const t = texts.workspace.summary;
  const summary = useWorkspaceState(({ digest }) => digest?.summary ?? null);
  const plan = useWorkspaceState((state) => state.plan);
  const units = useUnits();
  const age = String(settingsInUse({ plan }).elder_age);
  if (summary === null || summary.areas === 0) return null;
  const { elders, elders_covered: covered } = summary;
  const m2 = texts.inspector.unitM2;
  const noFloor = summary.by_check.floor_area?.no_data ?? 0;
  const counties = (units ?? []).filter(({ level }) => level === 'county');
  const landless = counties.filter(({ checks }) =>
    checks.some(({ check, verdict }) => check === 'land_per_person' && verdict === 'no_data'),
  ).length;
  const unknown = texts.workspace.unknown;
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
        <Figure
          name={t.floorGap}
          value={noFloor === summary.areas ? unknown : `${formatGap(summary.floor_gap_m2)}${m2}`}
          note={noFloor > 0 ? t.areasUnknown(formatNumber(noFloor)) : ''}
        />
        <Figure
          name={t.covered(age)}
          value={elders > 0 ? formatShare(covered / elders) : unknown}
          note={[
            elders > 0 ? t.uncovered(formatNumber(elders - covered, 0)) : t.shareUnknown,
            ...(summary.areas_without_elders > 0 && elders > 0
              ? [t.someUnknown(formatNumber(summary.areas_without_elders))]
              : []),
          ].join(texts.workspace.clauseSeparator)}
        />
        <Figure
          name={t.landGap}
          value={counties.length === landless ? unknown : `${formatGap(summary.land_gap_m2)}${m2}`}
          note={landless > 0 ? t.countiesUnknown(formatNumber(landless)) : ''}
        />
      </dl>
    </section>
  );
}

function Figure({
  name,
  value,
  note,
  alarming = false,
}: {
  readonly name: string;
  readonly value: string;
  readonly note: string;
  readonly alarming?: boolean;
}) {
  return (
    <div data-alarming={alarming}>
      <dt>{name}</dt>
      <dd>{value}</dd>
      {note === '' ? null : <dd className="summary-note">{note}</dd>}
    </div>
  );
}
