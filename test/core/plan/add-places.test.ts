import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asWgs84, type PlaceGeometry } from '../../../src/core/geo/geometry.ts';
import { addArea } from '../../../src/core/plan/add-area.ts';
import { addCandidate } from '../../../src/core/plan/add-candidate.ts';
import { addFacility } from '../../../src/core/plan/add-facility.ts';
import { addParcel } from '../../../src/core/plan/add-parcel.ts';
import { applyChange, inverse, type Change } from '../../../src/core/plan/edit.ts';
import type { PlaceRefusal } from '../../../src/core/plan/place-refusal.ts';
import { EMPTY_PLAN, type Plan } from '../../../src/core/plan/plan.ts';
import { pointAt, squareAt } from '../../builders/plan-builder.ts';

type Add = (plan: Plan, place: { geometry: PlaceGeometry }) => Change | PlaceRefusal;

const ADDS: readonly (readonly ['facilities' | 'areas' | 'candidates' | 'parcels', Add])[] = [
  ['facilities', addFacility],
  ['areas', addArea],
  ['candidates', addCandidate],
  ['parcels', addParcel],
];

describe.each(ADDS)('a new record of %s', (table, add) => {
  it('has an id that none has, however many come and go', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 30 }), (acts) => {
        let plan: Plan = EMPTY_PLAN;
        const made: Change[] = [];
        for (const act of acts) {
          const change = act === 0 ? inverse(made.shift() ?? []) : add(plan, { geometry: pointAt(act) });
          if (typeof change === 'string') throw new Error(change);
          const before = plan[table].size;
          plan = applyChange(plan, change);
          if (act === 0) continue;
          expect(plan[table].size).toBe(before + 1);
          made.push(change);
        }
      }),
    );
  });

  it('says nothing that nobody said', () => {
    const change = add(EMPTY_PLAN, { geometry: squareAt(0, 0, 100) });
    if (typeof change === 'string') throw new Error(change);
    const [record] = applyChange(EMPTY_PLAN, change)[table].values();
    expect(record).not.toHaveProperty('name');
    expect(Object.values(record!).filter((value) => typeof value === 'number')).toEqual([]);
  });

  it('is refused outside the world', () => {
    const geometry = asWgs84({ type: 'Point' as const, coordinates: [10, -95] });
    expect(add(EMPTY_PLAN, { geometry })).toBe('outside_world');
  });
});
