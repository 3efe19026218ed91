import type { LonLat } from '../geo/geometry.ts';
import type { Change } from './edit.ts';
import { refuseLine, type PlaceRefusal } from './place-refusal.ts';
import type { Plan, StreetEditId } from './plan.ts';

export interface StreetEditShape {
  readonly id: StreetEditId;
  readonly line: readonly LonLat[];
}

/** Draws the line of a barrier or a link anew. Refused: `record_unknown`, `outside_world`, `too_few_positions`. */
export function reshapeStreetEdit({ streetEdits }: Plan, { id, line }: StreetEditShape): Change | PlaceRefusal {
  const before = streetEdits.get(id);
  if (before === undefined) return 'record_unknown';
  return refuseLine(line) ?? [{ table: 'streetEdits', id, field: 'line', from: before.line, to: line }];
}
