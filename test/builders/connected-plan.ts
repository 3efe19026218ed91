import fc from 'fast-check';
import type { Area, Facility, Measure, Parcel, Plan, PlannedHousing } from '../../src/core/plan/plan.ts';
import { EMPTY_PLAN } from '../../src/core/plan/plan.ts';

const AREAS = ['A', 'B', 'C', 'D'];
const FACILITIES = ['f', 'g', 'h'];
const POOLS = ['P', 'Q'];

const some = <T>(of: readonly T[]) => fc.subarray([...of]);

/** Plans in which everything that may name something else does, and nothing names what is not there. */
export const connectedPlan: fc.Arbitrary<Plan> = fc
  .record({
    areas: fc.subarray(AREAS, { minLength: 1 }),
    pools: fc.array(fc.option(fc.constantFrom(...POOLS)), { minLength: AREAS.length, maxLength: AREAS.length }),
    facilities: some(FACILITIES),
    serves: fc.array(some(AREAS), { minLength: FACILITIES.length, maxLength: FACILITIES.length }),
    builtFor: fc.array(fc.option(fc.constantFrom(...POOLS)), { minLength: 3, maxLength: 3 }),
    m2: fc.option(fc.integer({ min: 0, max: 500 })),
    measured: fc.boolean(),
  })
  .map(({ areas, pools, facilities, serves, builtFor, m2, measured }) => {
    const poolOf = (id: string) => pools[AREAS.indexOf(id)] ?? null;
    const known = new Set(areas.map(poolOf));
    const subjects = [
      ...areas.map((id) => ({ kind: 'area' as const, id })),
      ...facilities.map((id) => ({ kind: 'facility' as const, id })),
      ...[...known].flatMap((id) => (id === null ? [] : [{ kind: 'pool' as const, id }])),
      { kind: 'parcel' as const, id: 'p' },
    ];
    const area = (id: string): Area => {
      const pool = poolOf(id);
      return { id, class: 'built', settlement: 'urban', households: 100, ...(pool === null ? {} : { pool }) };
    };
    const facility = (id: string): Facility => {
      const at = FACILITIES.indexOf(id);
      const booked = serves[at]!.filter((one) => areas.includes(one));
      const pool = builtFor[at] ?? null;
      return {
        id,
        type: 'station',
        ...(booked.length === 0
          ? {}
          : { serves: booked.map((one) => (m2 === null ? { area: one } : { area: one, m2 })) }),
        ...(pool === null || !known.has(pool) ? {} : { pool }),
      };
    };
    const parcel: Parcel = { id: 'p', use: 'elder_care', landAreaM2: 900 };
    const measures = measured ? subjects : [];
    return {
      ...EMPTY_PLAN,
      areas: new Map(areas.map((id) => [id, area(id)])),
      facilities: new Map(facilities.map((id) => [id, facility(id)])),
      candidates: new Map([['c', { id: 'c', kind: 'other' as const }]]),
      parcels: new Map([['p', parcel]]),
      measures: new Map(
        measures.map((subject): [string, Measure] => {
          const id = `${subject.kind}/${subject.id}`;
          return [id, { id, subject, year: 2027 }];
        }),
      ),
      housing: new Map(
        areas.map((one): [string, PlannedHousing] => [
          `${one}@2028`,
          { id: `${one}@2028`, area: one, year: 2028, households: 40 },
        ]),
      ),
      growth: new Map([
        ['all', { id: 'all', elders: 0.02 }],
        ...areas.map((one) => [`area/${one}`, { id: `area/${one}`, elders: 0.03 }] as const),
      ]),
    };
  });
