import type { ReactNode } from 'react';
import { listUnit } from '../../actions/arrange.ts';
import type { Check } from '../../core/checks/result.ts';
import type { UnitSpace } from '../../core/checks/unit-space.ts';
import { checkOfUnit, type PartSum, type UnitRow } from '../../state/unit-forest.ts';
import { plannedLandPerPerson } from '../../state/unit-table.ts';
import { formatGap, formatNumber, formatShare, formatTruncated } from '../../text/numbers.ts';
import { VerdictMark } from '../parts/verdict-mark.tsx';
import { useTexts, useWorkspace } from '../workspace-context.tsx';
import { VerdictStack } from './verdict-stack.tsx';

/** Its areas by verdict; leads to them in the gap list. */
export function AreasCell({ row: { unit, areas } }: { readonly row: UnitRow }) {
  const { units: t } = useTexts();
  const workspace = useWorkspace();
  if (areas === 0) return <Absent>{formatNumber(0)}</Absent>;
  return (
    <button
      type="button"
      className="tally"
      // The grid has the keyboard: Enter on the cell does the same.
      tabIndex={-1}
      title={t.showAreas(unit.name, formatNumber(areas))}
      aria-label={t.showAreas(unit.name, formatNumber(areas))}
      onClick={(event) => {
        event.stopPropagation();
        listUnit(workspace, unit.path);
      }}
    >
      <VerdictStack counts={unit.areas_by_verdict} />
    </button>
  );
}

export function RatioCell({ row }: { readonly row: UnitRow }) {
  const { units: t, workspace } = useTexts();
  const check = checkOfUnit(row.unit, 'floor_area');
  if (check === null) return null;
  const { counted, required, ratio } = check;
  const say = (figure: number | null): string => (figure === null ? workspace.unknown : formatNumber(figure));
  return (
    <Judged check={check} title={t.sums(say(counted), say(required))}>
      {ratio === null || (ratio === 0 && check.verdict === 'no_data')
        ? null
        : atLeast(formatTruncated(ratio), check.verdict === 'no_data', t.atLeast)}
    </Judged>
  );
}

export function GapCell({ space }: { readonly space: UnitSpace }) {
  const { units: t, workspace } = useTexts();
  const { floorGapM2, floorGapUndecided } = space;
  // At least nothing is no figure at all.
  if (floorGapM2 === null || (floorGapM2 === 0 && floorGapUndecided > 0)) {
    return <Absent>{floorGapUndecided > 0 ? workspace.unknown : workspace.notApplicable}</Absent>;
  }
  const title = floorGapUndecided > 0 ? t.areasUnknown(formatNumber(floorGapUndecided)) : undefined;
  return <span title={title}>{atLeast(formatGap(floorGapM2), floorGapUndecided > 0, t.atLeast)}</span>;
}

export function CircleCell({ row }: { readonly row: UnitRow }) {
  const check = checkOfUnit(row.unit, 'walk_circle');
  if (check === null) return null;
  return <Judged check={check}>{check.counted === null ? null : formatShare(check.counted)}</Judged>;
}

export function UncoveredCell({ sum: { known, unknownAreas, estimatedAreas } }: { readonly sum: PartSum }) {
  const { units: t, workspace, population } = useTexts();
  if (known === null || (known === 0 && unknownAreas > 0)) return <Absent>{workspace.unknown}</Absent>;
  const notes = [
    ...(unknownAreas > 0 ? [t.areasUnknown(formatNumber(unknownAreas))] : []),
    ...(estimatedAreas > 0 ? [population.areasEstimated(formatNumber(estimatedAreas))] : []),
  ];
  const figure = atLeast(formatNumber(known, 0), unknownAreas > 0, t.atLeast);
  return (
    <span title={notes.join(workspace.clauseSeparator) || undefined}>
      {estimatedAreas > 0 && unknownAreas === 0 ? population.about(figure) : figure}
    </span>
  );
}

/** The clause asked of the unit itself: how many there are of how many, and since when it is overdue. */
export function TierCell({ tier }: { readonly tier: Check | null }) {
  const { units: t, checks, workspace } = useTexts();
  if (tier === null) return null;
  const overdue = tier.deadline?.days_overdue ?? 0;
  const name = checks.checkShort[tier.check];
  return (
    <Judged check={tier} title={checks.check[tier.check]}>
      {t.tierCount(
        name,
        tier.counted === null ? workspace.unknown : formatNumber(tier.counted),
        tier.required === null ? workspace.unknown : formatNumber(tier.required),
      )}
      {overdue > 0 ? <span className="overdue-note"> {t.overdue(formatNumber(overdue))}</span> : null}
    </Judged>
  );
}

/** How many of the units below fulfil each tier's clause. */
export function BelowCell({ row: { tiersBelow } }: { readonly row: UnitRow }) {
  const { units: t, checks } = useTexts();
  return (
    <span className="tiers-below">
      {tiersBelow.map(({ check, met, asked }) => (
        <span key={check} className={met < asked ? 'ink-short' : undefined} title={checks.check[check]}>
          {checks.checkShort[check]} {t.ofUnits(formatNumber(met), formatNumber(asked))}
        </span>
      ))}
    </span>
  );
}

/** Open and planned beside each other: the clause is one of planning. */
export function LandCell({ row }: { readonly row: UnitRow }) {
  const { units: t } = useTexts();
  const check = checkOfUnit(row.unit, 'land_per_person');
  if (check === null) return null;
  const planned = plannedLandPerPerson(check);
  const open = check.ratio === null ? null : formatTruncated(check.ratio, 3);
  return (
    <Judged check={check}>
      {open === null ? null : planned === null ? open : t.landStates(open, formatTruncated(planned, 3))}
    </Judged>
  );
}

export function NursingCell({ row }: { readonly row: UnitRow }) {
  const check = checkOfUnit(row.unit, 'nursing_beds');
  if (check === null) return null;
  return <Judged check={check}>{check.ratio === null ? null : formatShare(check.ratio)}</Judged>;
}

/** A figure with its verdict's sign; what is not known or not asked says so. */
function Judged({
  check,
  title,
  children,
}: {
  readonly check: Check;
  readonly title?: string;
  readonly children: ReactNode;
}) {
  const { checks, workspace } = useTexts();
  if (check.verdict === 'not_applicable') return <Absent>{workspace.notApplicable}</Absent>;
  return (
    <span className="judged" title={title}>
      <VerdictMark verdict={check.verdict} title={checks.verdict[check.verdict]} size={12} />
      {children ?? <Absent>{workspace.unknown}</Absent>}
    </span>
  );
}

function Absent({ children }: { readonly children: ReactNode }) {
  return <span className="absent">{children}</span>;
}

function atLeast(figure: string, isPart: boolean, say: (figure: string) => string): string {
  return isPart ? say(figure) : figure;
}
