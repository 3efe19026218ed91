import type { AuditContext } from '../checks/context.ts';
import type { AreaCheckId } from '../checks/result.ts';
import type { RuleKey } from '../standards/standard.ts';

/** The rules that a check of an area is judged by. */
const RULES_OF: Readonly<Record<AreaCheckId, readonly RuleKey[]>> = {
  floor_area: ['floor_area_rate_new', 'floor_area_rate_built'],
  single_unit: ['single_unit_floor_area'],
  walk_circle: ['circle_minutes'],
  land_per_person: ['land_per_person'],
};

/** The clauses that a check is judged by on the day, each once; none where the standard has none in force. */
export function checkClauses({ rules }: AuditContext): Record<AreaCheckId, readonly string[]> {
  const clausesOf = (check: AreaCheckId) => [...new Set(RULES_OF[check].flatMap((rule) => rules[rule]?.clause ?? []))];
  return {
    floor_area: clausesOf('floor_area'),
    single_unit: clausesOf('single_unit'),
    walk_circle: clausesOf('walk_circle'),
    land_per_person: clausesOf('land_per_person'),
  };
}
