import { coverageOf, type Coverage } from '../access/coverage.ts';
import type { OriginBasis } from '../access/reach.ts';
import { walkingMinutes } from '../access/reach.ts';
import { isCircleDestination } from '../plan/facility-tiers.ts';
import { reaches, shortfall } from '../units.ts';
import type { AuditContext, Mask } from './context.ts';
import type { Check, CheckFigures, Figures, NearestFacility, ReasonCode } from './result.ts';
import { addReason, makeCheck, NOT_APPLICABLE, notApplicable, withPlanned } from './make-check.ts';

/** Who is inside the service circle, today and with everything planned. Areas by position. */
export interface CircleCoverage {
  /** What it was worked out from. */
  readonly from: Pick<AuditContext, 'reach' | 'circleM' | 'open' | 'withPlanned'>;
  readonly today: Coverage;
  readonly planned: Coverage;
}

/**
 * Coverage by the open facilities of the two lower tiers, and with those on the way; `previous` is returned as it is
 * where it still holds.
 */
export function circleCoverage(
  { facilities, reach, open, withPlanned, circleM }: AuditContext,
  previous: CircleCoverage | null,
): CircleCoverage {
  const same = previous?.from.reach === reach && previous.from.circleM === circleM;
  if (same && areEqual(previous.from.open, open) && areEqual(previous.from.withPlanned, withPlanned)) return previous;
  const from = { reach, circleM, open, withPlanned };
  const rows = (counts: (f: number) => boolean) =>
    facilities.map((facility, f) =>
      counts(f) && isCircleDestination(facility) ? reach.rows.get(facility.id) : undefined,
    );
  const today = coverageOf(
    reach,
    rows((f) => open[f] === 1),
    circleM,
  );
  const coming = rows((f) => open[f] === 0 && withPlanned[f] === 1);
  return { from, today, planned: coming.some((row) => row) ? coverageOf(reach, coming, circleM, today) : today };
}

function areEqual(a: Mask, b: Mask): boolean {
  return a.length === b.length && a.every((mark, i) => mark === b[i]);
}

/** The least covered share: all of a point; elsewhere a setting, for sampling would otherwise decide. */
export function requiredShare({ settings }: AuditContext, basis: OriginBasis): number {
  return basis === 'point' ? 1 : settings.circle_share;
}

/** Judges whether enough of an area's people reach a facility within the service circle. */
export function judgeAreaCircle(context: AuditContext, coverage: CircleCoverage, a: number): CheckFigures {
  const basis = context.reach.origins.basis[a]!;
  if (!context.rules.circle_minutes) return NOT_APPLICABLE;
  const required = requiredShare(context, basis);
  if (basis === 'none') return circleFigures(required, null, null);
  return circleFigures(
    required,
    shareFigures(coverage.today.share[a]!, required),
    shareFigures(coverage.planned.share[a]!, required),
  );
}

/** The judgement as a check, explained. */
export function explainAreaCircle(context: AuditContext, coverage: CircleCoverage, a: number): Check {
  const rule = context.rules.circle_minutes;
  const figures = judgeAreaCircle(context, coverage, a);
  const kind = { check: 'walk_circle', role: 'binding', unit: 'share' } as const;
  if (!rule) return notApplicable(kind, 'no_rule', rule);
  if (context.reach.origins.basis[a] === 'none') return makeCheck({ ...kind, figures, reasons: ['no_geometry'], rule });
  const reasons: ReasonCode[] = context.reach.method === 'straight_line' ? ['straight_line_estimate'] : [];
  const share = coverage.today.share[a]!;
  if (figures.gap! > 0) reasons.push(share > 0 ? 'partial' : 'none');
  if (context.areas[a]!.estimated?.elders) reasons.push('population_estimated');
  // Several works may be at hand: the one nearest to the median origin speaks.
  if (coverage.planned.share[a]! > share) addReason(reasons, context.coming[coverage.planned.nearest[a]!] ?? null);
  return makeCheck({ ...kind, figures, reasons, rule });
}

export function shareFigures(share: number, required: number): Figures {
  return {
    counted: share,
    gap: shortfall(share, required),
    verdict: reaches(share, required) ? 'met' : 'short',
  };
}

/** The figures of an area or a unit; without a share there is no data to judge by. */
export function circleFigures(required: number, today: Figures | null, planned: Figures | null): CheckFigures {
  return {
    verdict: today && planned ? withPlanned(today.verdict, planned.verdict) : 'no_data',
    required,
    counted: today ? today.counted : null,
    gap: today ? today.gap : null,
    ratio: today ? today.counted : null,
    planned,
    deadline: null,
  };
}

/** The facility nearest to the weighted median origin of an area, and the walk to it; null beyond the circle. */
export function nearestOf(context: AuditContext, { today }: CircleCoverage, a: number): NearestFacility | null {
  const facility = context.facilities[today.nearest[a]!];
  return facility
    ? { facility: facility.id, minutes: walkingMinutes(today.nearestM[a]!, context.settings.speed_km_h) }
    : null;
}

/** Elders outside the circle; null where the elders or the place are unknown. */
export function eldersUncovered(context: AuditContext, { today }: CircleCoverage, a: number): number | null {
  const { elders } = context.areas[a]!;
  const share = today.share[a]!;
  return elders === undefined || Number.isNaN(share) ? null : elders * (1 - share);
}
