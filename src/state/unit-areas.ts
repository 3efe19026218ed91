import type { AuditDigest } from '../analysis/api.ts';
import { VERDICTS } from '../core/checks/result.ts';
import type { Area, AreaId } from '../core/plan/plan.ts';
import { PROBLEM_VERDICTS } from './workspace-state.ts';

/** Elders of some areas (by position). Null: not known of every one. */
export function sumElders(
  { areaIds }: Pick<AuditDigest, 'areaIds'>,
  areas: ReadonlyMap<AreaId, Area>,
  inside: readonly number[],
): number | null {
  let sum = 0;
  for (const a of inside) sum += areas.get(areaIds[a]!)?.elders ?? NaN;
  return inside.length === 0 || Number.isNaN(sum) ? null : sum;
}

/** Of some areas, by position, those with a problem: the worst verdict first, then the largest gap of floor area, then the most elders outside. */
export function worstAreas(
  { verdict, checks, eldersUncovered }: Pick<AuditDigest, 'verdict' | 'checks' | 'eldersUncovered'>,
  inside: readonly number[],
): number[] {
  const problems = new Set(PROBLEM_VERDICTS.map((one) => VERDICTS.indexOf(one)));
  const { gap } = checks.floor_area;
  return inside
    .filter((a) => problems.has(verdict[a]!))
    .sort(
      (a, b) =>
        verdict[a]! - verdict[b]! ||
        (gap[b]! || 0) - (gap[a]! || 0) ||
        (eldersUncovered[b]! || 0) - (eldersUncovered[a]! || 0) ||
        a - b,
    );
}
