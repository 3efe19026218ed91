import type { Walks } from '../../core/checks/walks.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { DrawnThing } from './drawn-thing.ts';

/** Barriers and links as they were drawn. Properties: `id`, `name`, `kind`, `cause`, `unjoined` (a link with an end on no street). */
export function streetEditThings({ streetEdits }: Plan, { edited }: Walks): DrawnThing[] {
  const unjoined = new Set(edited?.unjoined.map(({ id }) => id));
  return [...streetEdits.values()].map(({ id, name, kind, cause, line }) => ({
    geometry: { type: 'LineString', coordinates: line.map(([lon, lat]) => [lon, lat]) },
    said: { id, name, kind, cause, unjoined: unjoined.has(id) },
  }));
}
