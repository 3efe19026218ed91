import fc from 'fast-check';
import { isBlankCell } from '../../src/core/import/read-cell.ts';
import { asWgs84, type PlaceGeometry } from '../../src/core/geo/geometry.ts';
import {
  ACQUISITIONS,
  AREA_CLASSES,
  CANDIDATE_KINDS,
  EMPTY_PLAN,
  FACILITY_STATUSES,
  FACILITY_TYPES,
  LAND_BASES,
  OWNERSHIPS,
  SETTLEMENTS,
  UNIT_LEVELS,
  type Area,
  type Candidate,
  type Facility,
  type Plan,
  type PopulationGrid,
  type Unit,
} from '../../src/core/plan/plan.ts';

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 3 });

/** Text as cells hold it: trimmed, not what stands for unknown; formulas, quotes, lines and rare characters among it. */
const text = fc
  .oneof(
    { weight: 4, arbitrary: fc.string({ unit: 'grapheme-composite', minLength: 1, maxLength: 12 }) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '=1+1',
        "'=1+1",
        '+86 513 8800',
        '@SUM(A1)',
        '－5号楼',
        "'quoted",
        'a,b;"c"',
        'two\nlines',
        '0513-88001234',
        '007',
        '_x0041_',
        'TRUE',
        '2024-05-31',
        '1e5',
        '秦灶街道𠮷里社区',
        'x'.repeat(90),
      ),
    },
  )
  .map((found) => found.replace(/[\r\0\u2028\u2029\uFEFF]/g, '·').trim())
  .filter((found) => !isBlankCell(found));

const day = fc.constantFrom('1899-05-01', '1999-12-31', '2020-02-29', '2024-06-30', '2027-05-01');
const count = fc.integer({ min: 0, max: 40_000 });
const amount = fc.oneof(count, fc.constantFrom(0.1, 1234.56, 1e-7, 999_999_999_999.5, 0.30000000000000004));

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Around Nantong: within zone 40 and zone 41 alike. */
const position = fc.tuple(degrees(120.5, 121.5), degrees(31.8, 32.5));
const square = fc.tuple(position, degrees(0.001, 0.01)).map(([[lon, lat], size]) => [
  [lon, lat],
  [lon + size, lat],
  [lon + size, lat + size],
  [lon, lat + size],
  [lon, lat],
]);
/** Counterclockwise outside and clockwise inside, as RFC 7946 has them. */
const holed = fc.tuple(position, degrees(0.002, 0.01)).map(([[lon, lat], size]) => {
  const ring = (from: number, to: number) => [
    [lon + from, lat + from],
    [lon + to, lat + from],
    [lon + to, lat + to],
    [lon + from, lat + to],
    [lon + from, lat + from],
  ];
  return [ring(0, size), ring(size / 4, size / 2).toReversed()];
});
const point = position.map((at) => asWgs84({ type: 'Point', coordinates: at }));
const polygon = fc.oneof(
  square.map((ring) => asWgs84({ type: 'Polygon', coordinates: [ring] })),
  holed.map((coordinates) => asWgs84({ type: 'Polygon', coordinates })),
  fc
    .tuple(square, square)
    // Apart, so that no ring lies in another.
    .map(([a, b]) => [[a], [b.map(([lon = 0, lat = 0]) => [lon - 1.2, lat])]])
    .map((coordinates) => asWgs84({ type: 'MultiPolygon', coordinates })),
);
const place: fc.Arbitrary<PlaceGeometry> = fc.oneof(point, polygon);

const extraName = fc.constantFrom(
  '备注',
  'Note',
  '小区编号',
  '户数',
  'fid',
  'geom',
  'lon',
  '=cmd',
  '很长的一个列名（说明）',
  '#40',
);
const extra = maybe(
  fc.dictionary(extraName, fc.oneof(text, fc.constantFrom('12', '12.50', '0.5')), { minKeys: 1, maxKeys: 5 }),
);
const unitNames = { community: maybe(text), subdistrict: maybe(text), county: maybe(text), city: maybe(text) };

const area: fc.Arbitrary<Omit<Area, 'id'>> = fc.record({
  name: maybe(text),
  class: fc.constantFrom(...AREA_CLASSES),
  settlement: fc.constantFrom(...SETTLEMENTS),
  households: maybe(count),
  residents: maybe(amount),
  elders: maybe(amount),
  elders80: maybe(amount),
  ...unitNames,
  pool: maybe(text),
  conditionDate: maybe(day),
  geometry: maybe(place),
  extra,
});

const facility: fc.Arbitrary<Omit<Facility, 'id'>> = fc.record({
  name: maybe(text),
  type: fc.constantFrom(...FACILITY_TYPES),
  status: maybe(fc.constantFrom(...FACILITY_STATUSES)),
  floorAreaM2: maybe(amount),
  landAreaM2: maybe(amount),
  landBasis: maybe(fc.constantFrom(...LAND_BASES)),
  beds: maybe(count),
  nursingBeds: maybe(count),
  occupiedBeds: maybe(count),
  validFrom: maybe(day),
  validTo: maybe(day),
  acquisition: maybe(fc.constantFrom(...ACQUISITIONS)),
  serves: maybe(
    fc.uniqueArray(
      fc.record({ area: fc.constantFrom('A1', 'A2', '=A3', 'B 4'), m2: fc.option(amount, { nil: undefined }) }),
      {
        minLength: 1,
        maxLength: 4,
        selector: ({ area: id }) => id,
      },
    ),
  ),
  pool: maybe(text),
  building: maybe(text),
  ownership: maybe(fc.constantFrom(...OWNERSHIPS)),
  publicBenefit: maybe(fc.boolean()),
  updated: maybe(day),
  ...unitNames,
  address: maybe(text),
  phone: maybe(text),
  hours: maybe(text),
  services: maybe(text),
  operator: maybe(text),
  grade: maybe(text),
  evidence: maybe(text),
  storey: maybe(text),
  entrance: maybe(position),
  geometry: maybe(place),
  extra,
});

const candidate: fc.Arbitrary<Omit<Candidate, 'id'>> = fc.record({
  name: maybe(text),
  kind: fc.constantFrom(...CANDIDATE_KINDS),
  formerUse: maybe(text),
  floorAreaM2: maybe(amount),
  landAreaM2: maybe(amount),
  storey: maybe(text),
  tenure: maybe(text),
  costWanYuan: maybe(amount),
  ...unitNames,
  address: maybe(text),
  geometry: maybe(point),
  extra,
});

const unit = fc.record({
  level: fc.constantFrom(...UNIT_LEVELS),
  parent: maybe(fc.constantFrom('南通市', '南通市/崇川区')),
  code: maybe(text),
  settlement: maybe(fc.constantFrom(...SETTLEMENTS)),
  residents: maybe(amount),
  elders: maybe(amount),
  geometry: maybe(polygon),
  extra,
});

const unknowable = fc.oneof(amount, fc.constant(NaN));
const grid: fc.Arbitrary<PopulationGrid> = fc
  .array(fc.tuple(position, unknowable, unknowable), { minLength: 1, maxLength: 5 })
  .map((cells) => ({
    lon: Float64Array.from(cells, ([[lon]]) => lon),
    lat: Float64Array.from(cells, ([[, lat]]) => lat),
    elders: Float64Array.from(cells, ([, elders]) => elders),
    residents: Float64Array.from(cells, ([, , residents]) => residents),
  }));

/** Ids that formats might spoil. */
const IDS = ['A1', '=A2', '003', '-', '是', '1e3'];

const keyed = <T extends object>(records: readonly T[]): ReadonlyMap<string, T & { id: string }> =>
  new Map(records.map((fields, i) => [IDS[i]!, withoutAbsent({ ...fields, id: IDS[i]! })]));

/** Plans whose every column is filled or not, with whatever a cell can hold: what must survive being written and read. */
export const fullPlan: fc.Arbitrary<Plan> = fc
  .record({
    areas: fc.array(area, { minLength: 1, maxLength: IDS.length }),
    facilities: fc.array(facility, { minLength: 1, maxLength: IDS.length }),
    candidates: fc.array(candidate, { minLength: 1, maxLength: IDS.length }),
    units: fc.array(unit, { minLength: 1, maxLength: IDS.length }),
    population: grid,
  })
  .map(({ areas, facilities, candidates, units, population }) => ({
    ...EMPTY_PLAN,
    areas: keyed(areas),
    facilities: keyed(
      facilities.map(({ serves, ...fields }) => ({ ...fields, serves: serves?.map((one) => withoutAbsent(one)) })),
    ) as Plan['facilities'],
    candidates: keyed(candidates),
    units: new Map(
      units.map(({ parent, ...fields }, i) => {
        const name = `单元${i}`;
        const path = parent === undefined ? name : `${parent}/${name}`;
        return [path, withoutAbsent<Unit>({ ...fields, name, path })];
      }),
    ),
    population,
  }));

/** Unknown is absent, as readers leave it: no key with the value undefined. */
function withoutAbsent<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
