import type { LonLat } from '../geo/geometry.ts';
import { innerPosition } from '../geo/polygon.ts';
import type { Facility } from '../plan/plan.ts';

/** Where a facility stands: its point, or a position inside its polygon; null when it has no geometry. */
export function standsAt(facility: Facility): LonLat | null {
  return facility.geometry ? innerPosition(facility.geometry) : null;
}

/** Where a walk to a facility ends: at its entrance if one is given, else where it stands. */
export function walkEndsAt(facility: Facility): LonLat | null {
  return facility.entrance ?? standsAt(facility);
}
