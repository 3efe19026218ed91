import fc from 'fast-check';
import type { Change, Edit } from '../../src/core/plan/edit.ts';
import type { Area, Facility, Parcel, Plan, StreetEdit } from '../../src/core/plan/plan.ts';
import { metresAway, pointAt, squareAt } from './plan-builder.ts';

/** What a random change is made from: which kind of edit, which record, which value. */
export interface Throw {
  readonly kind: number;
  readonly record: number;
  readonly value: number;
}

export const throws: fc.Arbitrary<readonly Throw[]> = fc.array(
  fc.record({ kind: fc.nat(11), record: fc.nat(20), value: fc.nat(5) }),
  { minLength: 1, maxLength: 4 },
);

/** A change that fits a plan: records come, go, move and are changed, and settings are set. */
export function changeOf(plan: Plan, thrown: readonly Throw[]): Change {
  const edits: Edit[] = [];
  // Each record once: an edit speaks of the plan as it is before the change.
  const touched = new Set<string>();
  for (const one of thrown) {
    const edit = editOf(plan, one);
    const key = edit === null ? '' : edit.table === 'settings' || edit.table === 'population' ? edit.table : edit.id;
    if (edit === null || touched.has(key)) continue;
    touched.add(key);
    edits.push(edit);
  }
  return edits;
}

function editOf(plan: Plan, { kind, record, value }: Throw): Edit | null {
  const area = pick(plan.areas, record);
  const facility = pick(plan.facilities, record);
  switch (kind) {
    case 0: {
      const id = `new area ${record % 3}`;
      const to: Area = { id, class: 'built', settlement: 'urban', households: value * 100, geometry: place(value) };
      return { table: 'areas', id, from: plan.areas.get(id), to };
    }
    case 1: {
      const id = `new facility ${record % 3}`;
      const to: Facility = { id, type: 'station', floorAreaM2: value * 100, geometry: place(value) };
      return { table: 'facilities', id, from: plan.facilities.get(id), to };
    }
    case 2:
      return area && { table: 'areas', id: area.id, from: area, to: undefined };
    case 3:
      return facility && { table: 'facilities', id: facility.id, from: facility, to: undefined };
    case 4: {
      const to = value === 0 ? undefined : value * 150;
      return area && { table: 'areas', id: area.id, field: 'households', from: area.households, to };
    }
    case 5: {
      const to = value === 0 ? undefined : value * 150;
      return facility && { table: 'facilities', id: facility.id, field: 'floorAreaM2', from: facility.floorAreaM2, to };
    }
    case 6:
      return (
        facility && {
          table: 'facilities',
          id: facility.id,
          field: 'geometry',
          from: facility.geometry,
          to: place(value),
        }
      );
    case 7: {
      const to = (['open', 'planned', 'closed', undefined] as const)[value % 4];
      return facility && { table: 'facilities', id: facility.id, field: 'status', from: facility.status, to };
    }
    case 8: {
      const to = value % 3 === 0 ? undefined : `pool ${value % 3}`;
      return area && { table: 'areas', id: area.id, field: 'pool', from: area.pool, to };
    }
    case 9: {
      const id = `edit ${record % 4}`;
      const from = plan.streetEdits.get(id);
      const line = [metresAway(value * 400, record * 60), metresAway(record * 60, value * 400)];
      const to: StreetEdit = { id, kind: value % 2 === 0 ? 'barrier' : 'link', cause: 'other', line };
      return { table: 'streetEdits', id, from, to: from && value === 0 ? undefined : to };
    }
    case 10: {
      const id = `parcel ${record % 3}`;
      const to: Parcel = { id, use: 'elder_care', landAreaM2: value * 500, geometry: squareAt(value * 300, 0, 100) };
      return { table: 'parcels', id, from: plan.parcels.get(id), to: value === 0 ? undefined : to };
    }
    default: {
      const from = plan.settings.circle_share;
      return { table: 'settings', field: 'circle_share', from, to: value === 0 ? undefined : 0.9 + value / 100 };
    }
  }
}

function place(value: number): ReturnType<typeof pointAt> {
  return pointAt(value * 300, value * 150);
}

function pick<T>(table: ReadonlyMap<string, T>, at: number): T | null {
  return table.size === 0 ? null : ([...table.values()][at % table.size] ?? null);
}
