import * as fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { readRows } from '../../../src/core/import/read-rows.ts';
import { readTable } from '../../builders/read-text-table.ts';
import type { ReadTable, TableRole } from '../../../src/core/import/table.ts';
import { AREA_CLASSES, FACILITY_STATUSES, FACILITY_TYPES, SETTLEMENTS } from '../../../src/core/plan/plan.ts';
import { describeIssue } from '../../../src/text/describe-issue.ts';

const ROLES = ['areas', 'facilities', 'units', 'population'] as const satisfies TableRole[];

function read(bytes: Uint8Array, role?: TableRole): ReadTable {
  return readTable({ file: { name: 'random', bytes }, ...(role && { role }) });
}

/** What the reader would be told of the first problems. */
function sentencesOf({ issues }: ReadTable): string[] {
  return issues.slice(0, 20).flatMap((problem) => [describeIssue('zh-CN', problem), describeIssue('en', problem)]);
}

test('random bytes never throw', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.option(fc.constantFrom(...ROLES), { nil: undefined }),
      (bytes, role) => {
        expect(sentencesOf(read(bytes, role))).not.toContain('');
      },
    ),
    { numRuns: 500 },
  );
});

test('random text under sound headers never throws, and every row is used or reported', () => {
  const headers = 'id,type,households,serves,valid_from,entrance,wkt,lon,lat,level,name';
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('POLYGON ((0 0, 1 1, 0 1, 0 0))', 'POINT (1', '121', '-', 'A:1;;', '"', '\n', '1,000', '__proto__'),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 8 }),
      fc.constantFrom('areas', 'facilities'),
      (rows, role) => {
        const text = `${headers}\n${rows.map((row) => row.join(',')).join('\n')}`;
        const result = read(new TextEncoder().encode(text), role);
        expect(sentencesOf(result)).not.toContain('');
        if (result.table === null || result.table.role === 'population') return;
        const unused = result.issues.filter(({ code }) => code === 'id_missing' || code === 'id_duplicate').length;
        expect(result.table.records.length + unused).toBe(result.rows);
      },
    ),
    { numRuns: 500 },
  );
});

test('random JSON never throws', () => {
  const feature = fc.record({
    type: fc.constant('Feature'),
    id: fc.jsonValue({ maxDepth: 1 }),
    properties: fc.oneof(
      fc.dictionary(fc.constantFrom('id', 'households', 'type', '户数'), fc.jsonValue()),
      fc.jsonValue(),
    ),
    geometry: fc.oneof(
      fc.record({
        type: fc.constantFrom('Point', 'Polygon', 'MultiPolygon', 'MultiPoint', 'X'),
        coordinates: fc.jsonValue(),
      }),
      fc.jsonValue(),
    ),
  });
  const collection = fc.record({
    type: fc.constant('FeatureCollection'),
    crs: fc.option(fc.jsonValue(), { nil: undefined }),
    features: fc.array(fc.oneof(feature, fc.jsonValue())),
  });
  fc.assert(
    fc.property(fc.oneof(collection, fc.jsonValue()), fc.constantFrom(...ROLES), (value, role) => {
      const result = read(new TextEncoder().encode(JSON.stringify(value)), role);
      expect(sentencesOf(result)).not.toContain('');
    }),
    { numRuns: 500 },
  );
});

test('nesting without end is reported, not followed', () => {
  const deep = `${'['.repeat(50_000)}1${']'.repeat(50_000)}`;
  const text = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"A1","households":${deep}},"geometry":{"type":"Polygon","coordinates":${deep}}}]}`;
  const result = read(new TextEncoder().encode(text), 'areas');
  expect(result.issues.map(({ code }) => code)).toEqual(expect.arrayContaining(['number_invalid', 'geometry_broken']));
});

const text = fc.stringMatching(/^[a-z甲乙丙,"; ]{1,8}$/).map((value) => `t${value.trim()}`);
const amount = fc.option(fc.integer({ min: 0, max: 1e7 }), { nil: null });
const degree = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: min * 1e6, max: max * 1e6 }).map((microdegrees) => microdegrees / 1e6);
const position = fc.record({ lon: degree(100, 125), lat: degree(20, 40) });

const areaRow = fc.record({
  name: fc.option(text, { nil: null }),
  class: fc.constantFrom(...AREA_CLASSES),
  settlement: fc.constantFrom(...SETTLEMENTS),
  households: amount,
  residents: amount,
  elders: amount,
  pool: fc.option(text, { nil: null }),
  备注: fc.option(text, { nil: null }),
});
const facilityRow = fc.record({
  type: fc.constantFrom(...FACILITY_TYPES),
  status: fc.option(fc.constantFrom(...FACILITY_STATUSES), { nil: null }),
  floor_area: fc.option(
    fc.integer({ min: 0, max: 1e6 }).map((n) => n / 100),
    { nil: null },
  ),
  beds: amount,
  serves: fc.option(fc.constantFrom('A1', 'A1;A2', 'A1:200;A2', 'A1:1.5'), { nil: null }),
  valid_from: fc.option(fc.constantFrom('2024-01-31', '2023-12-01'), { nil: null }),
  public_benefit: fc.option(fc.boolean(), { nil: null }),
});

type Row = Record<string, unknown>;

const withPlaces = (row: fc.Arbitrary<Row>): fc.Arbitrary<{ row: Row; at: { lon: number; lat: number } }[]> =>
  fc
    .array(fc.tuple(row, position), { minLength: 1, maxLength: 6 })
    .map((rows) => rows.map(([cells, at], index) => ({ row: { id: `R${index}`, ...cells }, at })));

const tables = fc.oneof(
  withPlaces(areaRow).map((rows) => ({ role: 'areas' as const, rows })),
  withPlaces(facilityRow).map((rows) => ({ role: 'facilities' as const, rows })),
);

test('the same rows from CSV, from GeoJSON and as plain objects are the same records', () => {
  fc.assert(
    fc.property(tables, fc.boolean(), ({ role, rows }, asWkt) => {
      const flat = rows.map(({ row, at }) =>
        asWkt ? { ...row, wkt: `POINT (${at.lon} ${at.lat})` } : { ...row, ...at },
      );
      const csv = read(new TextEncoder().encode(Papa.unparse(flat)), role);
      const features = rows.map(({ row, at }) => ({
        type: 'Feature',
        properties: row,
        geometry: { type: 'Point', coordinates: [at.lon, at.lat] },
      }));
      const geojson = read(new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features })), role);
      expect(csv.table).not.toBeNull();
      expect(geojson.table).toEqual(csv.table);
      expect(readRows(role, flat).table).toEqual(csv.table);
      expect(geojson.issues).toEqual(csv.issues);
    }),
  );
});
