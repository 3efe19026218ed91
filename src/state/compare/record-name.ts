import type { TableName } from '../../core/plan/edit.ts';
import type { Measure, Plan, PlannedHousing, StreetEdit } from '../../core/plan/plan.ts';
import { nameOfStreetEdit } from '../../text/name-of-street-edit.ts';
import type { Texts } from '../../text/texts.ts';

/** What a record is called: by its own name, or after what it is of, which is looked up in `plan`; null: by nothing but its id. */
export function recordName(table: TableName, record: object, plan: Plan, texts: Texts): string | null {
  if (table === 'streetEdits') return nameOfStreetEdit(texts, record as StreetEdit);
  if (table === 'measures') return nameOfSubject(record as Measure, plan);
  if (table === 'housing') return plan.areas.get((record as PlannedHousing).area)?.name ?? null;
  return (record as { readonly name?: string }).name ?? null;
}

function nameOfSubject({ subject: { kind, id } }: Measure, { areas, facilities, parcels }: Plan): string | null {
  if (kind === 'pool') return id;
  return { area: areas, facility: facilities, parcel: parcels }[kind].get(id)?.name ?? null;
}
