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
  const { elders, elders_covered: covered } = summary;
  const m2 = texts.inspector.unitM2;
  return (
    <section className="summary" aria-label={t.label}>
      <h2>{t.label}</h2>
      <dl>
        <div data-verdict="short">
          <dt>{t.short}</dt>
          <dd>
            {formatNumber(summary.by_verdict.short ?? 0)}
            <small>{t.ofAreas(formatNumber(summary.areas))}</small>
          </dd>
        </div>
        <div>
          <dt>{t.floorGap}</dt>
          <dd>
            {formatGap(summary.floor_gap_m2)}
            <small>{m2}</small>
          </dd>
        </div>
        <div>
          <dt>{t.covered(age)}</dt>
          <dd>
            {elders > 0 ? formatShare(covered / elders) : texts.workspace.unknown}
            <small>{elders > 0 ? t.uncovered(formatNumber(elders - covered, 0)) : t.shareUnknown}</small>
          </dd>
          {summary.areas_without_elders > 0 && elders > 0 ? (
            <dd className="summary-note">{t.someUnknown(formatNumber(summary.areas_without_elders))}</dd>
          ) : null}
        </div>
        <div>
          <dt>{t.landGap}</dt>
          <dd>
            {formatGap(summary.land_gap_m2)}
            <small>{m2}</small>
          </dd>
        </div>
      </dl>
    </section>
  );
}
