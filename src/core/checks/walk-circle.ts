import { coverageOf, type Coverage } from '../access/coverage.ts';
import type { OriginBasis } from '../access/reach.ts';
import { walkingMinutes } from '../access/reach.ts';
import { isCircleDestination } from '../plan/facility-tiers.ts';
import { reaches, shortfall } from '../units.ts';
import type { AuditContext, Mask, Rule } from './context.ts';
import type { Check, Figures, NearestFacility, ReasonCode } from './result.ts';
import { addReason, makeCheck, notApplicable, withPlanned } from './make-check.ts';

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
export function judgeAreaCircle(context: AuditContext, coverage: CircleCoverage, a: number): Check {
  const basis = context.reach.origins.basis[a]!;
  const rule = context.rules.circle_minutes;
  const required = requiredShare(context, basis);
  const share = coverage.today.share[a]!;
  const located = basis !== 'none';
  const reasons: ReasonCode[] = [];
  if (!located) reasons.push('no_geometry');
  else if (context.reach.method === 'straight_line') reasons.push('straight_line_estimate');
  if (!rule) return notApplicable(CIRCLE, 'no_rule', rule);
  if (!located) return circleCheck('binding', rule, required, null, null, reasons);
  const today = shareFigures(share, required);
  const planned = shareFigures(coverage.planned.share[a]!, required);
  if (today.verdict === 'short') reasons.push(share > 0 ? 'partial' : 'none');
  // Several works may be at hand: the one nearest to the median origin speaks.
  if (coverage.planned.share[a]! > share) addReason(reasons, context.coming[coverage.planned.nearest[a]!] ?? null);
  return circleCheck('binding', rule, required, today, planned, reasons);
}

const CIRCLE = { check: 'walk_circle', role: 'binding', unit: 'share' } as const;

export function shareFigures(share: number, required: number): Figures {
  return {
    counted: share,
    gap: shortfall(share, required),
    verdict: reaches(share, required) ? 'met' : 'short',
  };
}

/** The check of an area or a unit; without figures there is no data to judge it by. */
export function circleCheck(
  role: Check['role'],
  rule: Rule,
  required: number,
  today: Figures | null,
  planned: Figures | null,
  reasons: ReasonCode[],
): Check {
  return makeCheck({
    check: 'walk_circle',
    role,
    unit: 'share',
    verdict: today && planned ? withPlanned(today.verdict, planned.verdict) : 'no_data',
    required,
    today,
    planned,
    ratio: today ? today.counted : null,
    reasons,
    rule,
  });
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
