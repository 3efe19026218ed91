import { UNIT_LEVELS, type UnitLevel } from '../../core/plan/plan.ts';

/** The units that a record names, from the highest down. */
export function unitsOf(record: { readonly [level in UnitLevel]?: string | undefined }): string {
  return UNIT_LEVELS.flatMap((level) => record[level] ?? []).join(' / ');
}
