import type { LonLat } from '../geo/geometry.ts';
import { UNIT_LEVELS, type UnitLevel, type UnitNames } from '../plan/plan.ts';
import type { UnitPlaces } from './unit-places.ts';
import type { UnitRegister } from './unit-register.ts';

/** A record whose columns say one unit and whose place lies in another of the same level. */
export interface UnitDisagreement {
  readonly level: UnitLevel;
  /** The unit stated: its path, or, where there is no such unit, the names as they stand. */
  readonly found: string;
  readonly isKnown: boolean;
  /** Path of the unit that the place lies in. */
  readonly expected: string;
  /** From the place to the border of the stated unit; null: it is not known where that is. */
  readonly metres: number | null;
}

/** The highest level on which columns and place contradict each other; null: on none. On a border both units are right. */
export function unitDisagreement(
  register: UnitRegister,
  places: UnitPlaces,
  names: UnitNames,
  at: LonLat,
): UnitDisagreement | null {
  const located = places.at(at).map((found) => register.withUnitsAbove(found));
  if (located.length === 0) return null;
  for (const level of UNIT_LEVELS) {
    const stated = register.stated(names, level);
    const here = located.flatMap((paths) => paths[level] ?? []);
    const [expected] = here;
    if (stated === null || expected === undefined) continue;
    const { text, path } = stated;
    // A name that fits several units is settled by the place.
    const fits = path === undefined ? here.some((one) => `/${one}`.endsWith(`/${text}`)) : here.includes(path);
    if (fits) continue;
    const metres = path === undefined ? null : places.metresFrom(path, at);
    return { level, found: path ?? text, isKnown: path !== undefined, expected, metres };
  }
  return null;
}
