import type { AuditContext } from '../core/checks/context.ts';
import { UNIT_LEVELS, type UnitLevel } from '../core/plan/plan.ts';
import type { UnitMembership } from './api.ts';

/** The unit of every area at each level, as columns. */
export function unitMembership({ areas, unitTree }: AuditContext): UnitMembership {
  const unitOf = Object.fromEntries(
    UNIT_LEVELS.map((level) => [level, new Int32Array(areas.length).fill(-1)]),
  ) as unknown as Record<UnitLevel, Int32Array>;
  for (const [u, { level, areas: inside }] of unitTree.nodes.entries()) {
    const column = unitOf[level];
    for (const a of inside) column[a] = u;
  }
  return { paths: unitTree.nodes.map(({ path }) => path), unitOf };
}
