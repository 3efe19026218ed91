import type { AreaId } from '../core/plan/plan.ts';
import type { AreaList } from './gap-rows.ts';

/** Every area that a list shows, in its order. */
export function listedIds(list: AreaList): readonly AreaId[] {
  return Array.from({ length: list.length }, (_, row) => list.idAt(row));
}
