import type { LonLat } from '../geo/geometry.ts';
import type { Change } from './edit.ts';
import type { Plan, StreetEdit, StreetEditCause, StreetEditKind } from './plan.ts';
import type { PlaceRefusal } from './place-refusal.ts';
import { streetEditLine } from './street-edit-line.ts';

/** What a person says of a barrier or a link when drawing it. */
export interface DrawnStreetEdit {
  readonly kind: StreetEditKind;
  readonly cause: StreetEditCause;
  readonly name?: string;
  /** Degrees; two positions at least. */
  readonly line: readonly LonLat[];
}

/** The change that adds a barrier or a link, under an id that the plan has not used for its kind. */
export function addStreetEdit(plan: Plan, { kind, cause, name, line: drawn }: DrawnStreetEdit): Change | PlaceRefusal {
  const line = streetEditLine(drawn);
  if (typeof line === 'string') return line;
  const id = freeId(plan, kind);
  const given = name?.trim() ?? '';
  const to: StreetEdit = { id, kind, cause, ...(given === '' ? {} : { name: given }), line };
  return [{ table: 'streetEdits', id, from: undefined, to }];
}

function freeId({ streetEdits }: Plan, kind: StreetEditKind): string {
  const numbers = [...streetEdits.keys()].map((id) => Number(id.split('-')[1] ?? 0) || 0);
  return `${kind}-${Math.max(0, ...numbers) + 1}`;
}
