import type { AuditDigest } from '../analysis/api.ts';
import { UNIT_LEVELS } from '../core/plan/plan.ts';

/** Positions of the areas that the audit placed in a unit, ascending. */
export function areasOfUnit(
  { membership: { paths, unitOf } }: Pick<AuditDigest, 'membership'>,
  path: string,
): number[] {
  const wanted = new Set(paths.flatMap((one, u) => (one === path ? [u] : [])));
  const inside = new Set<number>();
  for (const level of UNIT_LEVELS) {
    for (const [a, u] of unitOf[level].entries()) if (wanted.has(u)) inside.add(a);
  }
  return [...inside].sort((a, b) => a - b);
}
