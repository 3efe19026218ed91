import type { PlaceGeometry } from '../geo/geometry.ts';
import type { Change } from './edit.ts';
import { freshId } from './fresh-id.ts';
import { refusePlace, type PlaceRefusal } from './place-refusal.ts';
import type { Area, Plan } from './plan.ts';

export interface NewArea extends Partial<Omit<Area, 'id' | 'geometry'>> {
  readonly geometry: PlaceGeometry;
}

/**
 * Puts a residential area on the map under an id of its own; how many live there and which class it is of are unknown
 * until somebody says so. Refused: `outside_world`, `too_few_positions`, `self_intersecting`.
 */
export function addArea({ areas }: Plan, area: NewArea): Change | PlaceRefusal {
  const to: Area = { class: 'unknown', settlement: 'urban', ...area, id: freshId(areas, 'A') };
  return refusePlace(area.geometry) ?? [{ table: 'areas', id: to.id, from: undefined, to }];
}
