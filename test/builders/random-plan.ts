import fc from 'fast-check';
import {
  ACQUISITIONS,
  EMPTY_PLAN,
  AREA_CLASSES,
  FACILITY_STATUSES,
  FACILITY_TYPES,
  LAND_BASES,
  SETTLEMENTS,
  type Area,
  type Facility,
  type Plan,
} from '../../src/core/plan/plan.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/plan/settings.ts';
import { pointAt, squareAt } from './plan-builder.ts';

const AREA_IDS = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
const FACILITY_IDS = ['f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7', 'f8'];

/** Metres within which everything lies: a few service circles across, so that some is near and some is not. */
const metres = fc.integer({ min: 0, max: 2500 });

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 4 });

const date = fc.constantFrom('2020-01-01', '2023-06-30', '2024-06-30', '2025-12-31', '2026-01-01', '2027-05-01');

const place = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(metres, metres, fc.integer({ min: 80, max: 700 })).map(([e, n, s]) => squareAt(e, n, s)),
  },
  { weight: 2, arbitrary: fc.tuple(metres, metres).map(([e, n]) => pointAt(e, n)) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

const area: fc.Arbitrary<Omit<Area, 'id'>> = fc
  .record({
    class: fc.constantFrom(...AREA_CLASSES),
    settlement: fc.constantFrom(...SETTLEMENTS, 'urban' as const, 'urban' as const),
    households: maybe(fc.integer({ min: 0, max: 4000 })),
    residents: maybe(fc.integer({ min: 0, max: 9000 })),
    elders: maybe(fc.integer({ min: 0, max: 2500 })),
    pool: fc.option(fc.constantFrom('P', 'Q'), { nil: undefined, freq: 2 }),
    county: maybe(fc.constantFrom('X', 'Y')),
    subdistrict: maybe(fc.constantFrom('S', 'T')),
    community: maybe(fc.constantFrom('K', 'L', 'M')),
    geometry: place,
  })
  .map(withoutAbsent);

const facility: fc.Arbitrary<Omit<Facility, 'id'>> = fc
  .record({
    type: fc.constantFrom(...FACILITY_TYPES, 'station' as const, 'day_care' as const, 'centre' as const),
    status: maybe(fc.constantFrom(...FACILITY_STATUSES, 'open' as const)),
    floorAreaM2: maybe(fc.integer({ min: 0, max: 1500 })),
    landAreaM2: maybe(fc.integer({ min: 0, max: 3000 })),
    landBasis: maybe(fc.constantFrom(...LAND_BASES)),
    beds: maybe(fc.integer({ min: 0, max: 200 })),
    validFrom: maybe(date),
    validTo: maybe(date),
    acquisition: maybe(fc.constantFrom(...ACQUISITIONS)),
    publicBenefit: maybe(fc.boolean()),
    building: maybe(fc.constantFrom('1', '2')),
    serves: fc.option(
      fc.uniqueArray(
        fc.record(
          { area: fc.constantFrom(...AREA_IDS, 'nowhere'), m2: fc.integer({ min: 0, max: 700 }) },
          { requiredKeys: ['area'] },
        ),
        { minLength: 1, maxLength: 4, selector: ({ area: id }) => id },
      ),
      { nil: undefined, freq: 2 },
    ),
    pool: fc.option(fc.constantFrom('P', 'Q', 'R'), { nil: undefined, freq: 2 }),
    county: maybe(fc.constantFrom('X', 'Y')),
    subdistrict: maybe(fc.constantFrom('S', 'T')),
    community: maybe(fc.constantFrom('K', 'L', 'M')),
    geometry: place,
  })
  .map(withoutAbsent);

const settings: fc.Arbitrary<Partial<Settings>> = fc
  .record({
    single_unit: fc.constantFrom('each_unit' as const, 'at_least_one' as const),
    per_hundred: fc.constantFrom('pro_rata' as const, 'started' as const),
    land_binds: fc.boolean(),
    persons_per_household: fc.constantFrom(null, 2.22),
    speed_km_h: fc.constantFrom(2.16, 3, 4),
  })
  .map((some) => ({ ...DEFAULT_SETTINGS, ...some }));

/** Plans of a few areas and facilities in which every rule of booking, pooling and judging gets its turn. */
export const randomPlan: fc.Arbitrary<Plan> = fc
  .record({
    areas: fc.array(area, { minLength: 1, maxLength: AREA_IDS.length }),
    facilities: fc.array(facility, { maxLength: FACILITY_IDS.length }),
    settings,
  })
  .map(({ areas, facilities, settings: chosen }) => ({
    ...EMPTY_PLAN,
    areas: new Map(areas.map((fields, i) => [AREA_IDS[i]!, { ...fields, id: AREA_IDS[i]! }])),
    facilities: new Map(facilities.map((fields, i) => [FACILITY_IDS[i]!, { ...fields, id: FACILITY_IDS[i]! }])),
    settings: chosen,
  }));

/** Unknown is absent, as readers leave it: no key with the value undefined. */
function withoutAbsent<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
