import type { MeasureSubject, Plan } from '../core/plan/plan.ts';

/** What the subject of a measure is called: its name, else its id. */
export function subjectName({ areas, facilities, parcels }: Plan, { kind, id }: MeasureSubject): string {
  // A pool has no name but its id.
  if (kind === 'pool') return id;
  const table = { area: areas, facility: facilities, parcel: parcels }[kind];
  return table.get(id)?.name ?? id;
}

/** What an assumption of growth is of: an area's name, a unit's path; null: all. */
export function growthName({ areas }: Pick<Plan, 'areas'>, id: string): string | null {
  if (id === 'all') return null;
  const own = id.slice(id.indexOf('/') + 1);
  return id.startsWith('area/') ? (areas.get(own)?.name ?? own) : own;
}
