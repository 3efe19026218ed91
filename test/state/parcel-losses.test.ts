import { expect, it } from 'vitest';
import { setFields } from '../../src/core/forms/set-fields.ts';
import { deleteRecords } from '../../src/core/plan/delete-records.ts';
import type { Change } from '../../src/core/plan/edit.ts';
import { EMPTY_PLAN, type Parcel, type Plan } from '../../src/core/plan/plan.ts';
import { renameRecord } from '../../src/core/plan/rename-record.ts';
import { parcelLosses } from '../../src/state/parcel-losses.ts';

function planWith(parcel: Partial<Parcel>): Plan {
  return { ...EMPTY_PLAN, parcels: new Map([['p', { id: 'p', use: 'elder_care', ...parcel }]]) };
}

const plan = planWith({ name: '东地块', landAreaM2: 900 });
const set = (cells: Record<string, unknown>) => setFields(plan, { table: 'parcels', id: 'p', cells }) as Change;

it('land that is taken away is told with how much: less of it, or the whole parcel', () => {
  expect(parcelLosses(plan, set({ land_area: 600 }))).toEqual([{ kind: 'reduced', name: '东地块', m2: 300 }]);
  const gone = deleteRecords(plan, { table: 'parcels', ids: ['p'] }) as Change;
  expect(parcelLosses(plan, gone)).toEqual([{ kind: 'deleted', name: '东地块', m2: 900 }]);
  const unknown = planWith({});
  expect(parcelLosses(unknown, deleteRecords(unknown, { table: 'parcels', ids: ['p'] }) as Change)).toEqual([
    { kind: 'deleted', name: 'p', m2: null },
  ]);
});

it('more land, another id, and what is not reserved any more are no loss', () => {
  expect(parcelLosses(plan, set({ land_area: 1200, name: '东' }))).toEqual([]);
  expect(parcelLosses(plan, renameRecord(plan, { table: 'parcels', id: 'p', to: 'q' }) as Change)).toEqual([]);
  const other = planWith({ use: 'other', landAreaM2: 900 });
  expect(parcelLosses(other, deleteRecords(other, { table: 'parcels', ids: ['p'] }) as Change)).toEqual([]);
});
