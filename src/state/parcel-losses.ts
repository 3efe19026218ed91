import { deepEqual } from '../core/plan/deep-equal.ts';
import type { Change } from '../core/plan/edit.ts';
import type { Parcel, Plan } from '../core/plan/plan.ts';

/** Reserved land that a change takes away: the whole parcel, or some of its land. Null: how much is not known. */
export interface ParcelLoss {
  readonly kind: 'deleted' | 'reduced';
  readonly name: string;
  readonly m2: number | null;
}

/** What a change takes away of the land reserved for elder care in the plan before it; a later plan does not tell that any more. */
export function parcelLosses({ parcels }: Pick<Plan, 'parcels'>, change: Change): ParcelLoss[] {
  const renamed = new Set(change.flatMap((edit) => (isRecordOfParcels(edit) && edit.to ? [edit.to] : [])));
  return change.flatMap((edit): ParcelLoss[] => {
    if (edit.table !== 'parcels') return [];
    const parcel = parcels.get(edit.id);
    if (parcel?.use !== 'elder_care') return [];
    const name = parcel.name ?? parcel.id;
    if (!('field' in edit)) {
      const isGone = edit.to === undefined && ![...renamed].some((one) => isSameButId(one, parcel));
      return isGone ? [{ kind: 'deleted', name, m2: parcel.landAreaM2 ?? null }] : [];
    }
    const { field, from, to } = edit;
    if (field !== 'landAreaM2' || typeof from !== 'number' || typeof to !== 'number' || to >= from) return [];
    return [{ kind: 'reduced', name, m2: from - to }];
  });
}

type RecordOfParcels = Extract<Change[number], { table: 'parcels' }> & { readonly field?: undefined };

function isRecordOfParcels(edit: Change[number]): edit is RecordOfParcels {
  return edit.table === 'parcels' && !('field' in edit);
}

/** A parcel under another id is no loss. */
function isSameButId(one: Parcel, other: Parcel): boolean {
  return deepEqual({ ...one, id: '' }, { ...other, id: '' });
}
