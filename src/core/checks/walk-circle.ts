import { coverageOf, type Coverage } from '../access/coverage.ts';
import type { OriginBasis } from '../access/reach.ts';
import { walkingMinutes } from '../access/reach.ts';
import { isCircleDestination } from '../plan/facility-tiers.ts';
import { reaches, shortfall } from '../units.ts';
import { type AuditContext } from './context.ts';
import type { Check, Figures, NearestFacility, ReasonCode } from './result.ts';
import { withPlanned } from './space.ts';

/** Who is inside the service circle, today and with everything planned. Areas by position. */
export interface CircleCoverage {
  readonly today: Coverage;
  readonly planned: Coverage;
}

/** Coverage by the open facilities of the two lower tiers, and with those on the way. */
export function circleCoverage({ facilities, reach, open, withPlanned, circleM }: AuditContext): CircleCoverage {
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
  return { today, planned: coming.some((row) => row) ? coverageOf(reach, coming, circleM, today) : today };
}

/** The least covered share: all of a point; elsewhere a setting, for sampling would otherwise decide. */
export function requiredShare({ settings }: AuditContext, basis: OriginBasis): number {
  return basis === 'point' ? 1 : settings.circle_share;
}

/** Judges whether enough of an area's people reach a facility within the service circle. */
export function judgeAreaCircle(context: AuditContext, coverage: CircleCoverage, a: number): Check {
  const basis = context.reach.origins.basis[a]!;
  const rule = context.rules.circle_minutes;
  const required = requiredShare(context, basis);
  const share = coverage.today.share[a]!;
  const located = basis !== 'none';
  const reasons: ReasonCode[] = [];
  if (!located) reasons.push('no_geometry');
  else if (context.reach.method === 'straight_line') reasons.push('straight_line_estimate');
  if (!rule) return { ...circleCheck(null, null, null, null, ['no_rule']), source: null };
  if (!located) return { ...circleCheck(required, null, null, null, reasons), source: rule?.source ?? null };
  const today = shareFigures(share, required);
  const planned = shareFigures(coverage.planned.share[a]!, required);
  if (today.verdict === 'short') reasons.push(share > 0 ? 'partial' : 'none');
  if (coverage.planned.share[a]! > share) reasons.push(...comingReasons(context, coverage, a));
  return { ...circleCheck(required, today, planned, share, reasons), source: rule?.source ?? null };
}

/** What is on the way and would be nearest once it opens; several works may be at hand, the nearest one speaks. */
function comingReasons(context: AuditContext, coverage: CircleCoverage, a: number): ReasonCode[] {
  const coming = context.coming[coverage.planned.nearest[a]!];
  return coming ? [coming] : [];
}

export function shareFigures(share: number, required: number): Figures {
  return {
    counted: share,
    gap: shortfall(share, required),
    verdict: reaches(share, required) ? 'met' : 'short',
  };
}

export function circleCheck(
  required: number | null,
  today: Figures | null,
  planned: Figures | null,
  ratio: number | null,
  reasons: ReasonCode[],
): Omit<Check, 'source'> {
  const none = required === null ? 'not_applicable' : 'no_data';
  return {
    check: 'walk_circle',
    role: 'binding',
    verdict: today && planned ? withPlanned(today.verdict, planned.verdict) : none,
    required,
    counted: today?.counted ?? null,
    gap: today?.gap ?? null,
    unit: 'share',
    ratio,
    reasons,
    parts: [],
    planned,
    basis: null,
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
