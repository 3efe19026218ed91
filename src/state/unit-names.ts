import type { AuditDigest } from '../analysis/api.ts';
import { UNIT_LEVELS, type Area } from '../core/plan/plan.ts';
import { areaPosition } from './gap-rows.ts';

/** Names of the units that an area lies in, from the highest down: its own columns, else where the audit placed it. */
export function unitNamesOf(digest: Pick<AuditDigest, 'areaIds' | 'membership'> | null, area: Area): string[] {
  const a = digest === null ? -1 : areaPosition(digest.areaIds, area.id);
  return UNIT_LEVELS.flatMap((level) => {
    const own = area[level];
    if (own !== undefined) return own;
    const path = a < 0 ? undefined : digest!.membership.paths[digest!.membership.unitOf[level][a]!];
    return path === undefined ? [] : path.slice(path.lastIndexOf('/') + 1);
  });
}
