import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assemblePlan } from '../../../src/core/import/assemble-plan.ts';
import { openSource } from '../../../src/core/import/open-source.ts';
import { readRows } from '../../../src/core/import/read-rows.ts';
import { readSourceSteps } from '../../../src/core/import/read-source.ts';
import type { AuditResult } from '../../../src/core/checks/result.ts';
import type { ReadTable, TableRole } from '../../../src/core/import/table.ts';
import type { IssueCode } from '../../../src/core/issue.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { describeIssue } from '../../../src/text/describe-issue.ts';
import { auditPlan, checkOf } from '../../builders/audit-plan.ts';
import { SOURCE_HOST } from '../../builders/source-host.ts';

const BAD = join(import.meta.dirname, '../../fixtures/bad');

interface Expected {
  readonly code: IssueCode;
  readonly row?: number;
  readonly column?: string;
}

interface BadFile {
  readonly file: string;
  readonly role: TableRole;
  /** Every error and warning that the file must give, in order, and the infos named here. */
  readonly issues: readonly Expected[];
  /** Ids (paths, or `lon lat` of cells) that are used all the same; null: the table is unusable as a whole. */
  readonly used: readonly string[] | null;
  readonly crs?: string;
}

const at = (code: IssueCode, row?: number, column?: string): Expected => ({ code, row, column });

const FILES: readonly BadFile[] = [
  { file: 'empty.csv', role: 'areas', issues: [at('file_empty')], used: null },
  { file: 'blank-lines.csv', role: 'areas', issues: [at('file_empty')], used: null },
  { file: 'no-rows.csv', role: 'areas', issues: [at('table_has_no_rows')], used: [] },
  { file: 'no-rows.geojson', role: 'areas', issues: [at('table_has_no_rows')], used: [] },
  { file: 'zip.xlsx', role: 'areas', issues: [at('file_damaged')], used: null },
  { file: 'binary.dat', role: 'areas', issues: [at('format_unknown')], used: null },
  { file: 'cut-off.geojson', role: 'areas', issues: [at('json_invalid')], used: null },
  { file: 'feature.geojson', role: 'areas', issues: [at('geojson_not_collection')], used: null },
  {
    file: 'wrong-columns.csv',
    role: 'areas',
    issues: [at('column_missing', undefined, 'id')],
    used: null,
  },
  { file: 'no-id-column.csv', role: 'areas', issues: [at('column_missing', undefined, 'id')], used: null },
  { file: 'no-type-column.csv', role: 'facilities', issues: [at('column_missing', undefined, 'type')], used: null },
  { file: 'half-a-position.csv', role: 'areas', issues: [at('column_missing', undefined, 'lat')], used: null },
  {
    file: 'duplicate-columns.csv',
    role: 'areas',
    issues: [at('column_duplicate', undefined, '户数'), at('column_duplicate', undefined, '户数')],
    used: ['A1', 'A2'],
  },
  { file: 'unknown-columns.csv', role: 'areas', issues: [at('column_unknown')], used: ['A1'] },
  {
    file: 'elders-65.csv',
    role: 'areas',
    issues: [at('elders_column_age', undefined, '65岁及以上人口')],
    used: ['A1'],
  },
  { file: 'duplicate-ids.csv', role: 'areas', issues: [at('id_duplicate', 3, 'id')], used: ['A1', 'A2'] },
  { file: 'missing-ids.csv', role: 'areas', issues: [at('id_missing', 2, 'id')], used: ['A1', 'A3'] },
  {
    file: 'negative.csv',
    role: 'areas',
    issues: [at('number_negative', 1, 'households'), at('number_negative', 2, 'elders')],
    used: ['A1', 'A2'],
  },
  {
    file: 'not-numbers.csv',
    role: 'areas',
    issues: [
      at('number_invalid', 1, 'households'),
      at('number_invalid', 2, 'households'),
      at('number_invalid', 3, 'residents'),
    ],
    used: ['A1', 'A2', 'A3'],
  },
  { file: 'not-whole.csv', role: 'areas', issues: [at('number_not_whole', 1, 'households')], used: ['A1', 'A2'] },
  { file: 'too-large.csv', role: 'areas', issues: [at('number_too_large', 1, 'households')], used: ['A1', 'A2'] },
  {
    file: 'out-of-range.csv',
    role: 'areas',
    issues: [at('coordinates_out_of_range', 2, 'lon')],
    used: ['A1', 'A2', 'A3'],
  },
  { file: 'swapped.csv', role: 'areas', issues: [at('coordinates_swapped', 2, 'lon')], used: ['A1', 'A2', 'A3'] },
  {
    file: 'swapped-west.csv',
    role: 'areas',
    issues: [at('coordinates_swapped', 1, '经度'), at('coordinates_swapped', 2, '经度')],
    used: ['A1', 'A2'],
  },
  {
    file: 'not-coordinates.csv',
    role: 'areas',
    issues: [at('coordinates_invalid', 1, 'lon'), at('coordinates_invalid', 2, 'lat')],
    used: ['A1', 'A2', 'A3'],
  },
  { file: 'no-coordinates.csv', role: 'areas', issues: [at('coordinates_missing')], used: ['A1', 'A2'] },
  { file: 'some-coordinates.csv', role: 'areas', issues: [at('coordinates_missing', 2)], used: ['A1', 'A2'] },
  { file: 'undeclared-xy.csv', role: 'areas', issues: [at('crs_unresolved')], used: null },
  { file: 'undeclared-xy.csv', role: 'areas', crs: 'EPSG:4528', issues: [], used: ['A1'] },
  { file: 'undeclared-xy.csv', role: 'areas', crs: 'EPSG:4549', issues: [at('crs_mismatch')], used: null },
  { file: 'undeclared-xy.csv', role: 'areas', crs: 'Pulkovo 42', issues: [at('crs_unknown')], used: null },
  {
    file: 'undeclared-xy.csv',
    role: 'areas',
    crs: 'EPSG:2364',
    issues: [at('crs_without_datum_shift')],
    used: ['A1'],
  },
  { file: 'metres-as-degrees.csv', role: 'areas', issues: [at('crs_not_degrees')], used: null },
  { file: 'local-metres.geojson', role: 'areas', issues: [at('crs_not_degrees')], used: null },
  { file: 'unknown-crs.geojson', role: 'areas', issues: [at('crs_unknown')], used: null },
  {
    file: 'row-width.csv',
    role: 'areas',
    issues: [at('row_width', 1), at('row_width', 3), at('coordinates_missing', 1)],
    used: ['A1', 'A2', 'A3'],
  },
  { file: 'mixed-line-ends.csv', role: 'areas', issues: [], used: ['A1', 'A2', 'A3'] },
  {
    file: 'open-quote.csv',
    role: 'areas',
    issues: [at('csv_malformed', 2), at('row_width', 2), at('coordinates_missing', 2)],
    used: ['A1', 'A2'],
  },
  { file: 'gb18030.csv', role: 'areas', issues: [at('number_invalid', 2, '户数')], used: ['A1', 'A2'] },
  { file: 'damaged.csv', role: 'areas', issues: [at('encoding_damaged'), at('coordinates_missing')], used: ['A1'] },
  { file: 'utf16.csv', role: 'areas', issues: [at('number_negative', 1, '户数')], used: ['A1'] },
  {
    file: 'bad-dates.csv',
    role: 'facilities',
    issues: [
      at('date_invalid', 1, 'valid_from'),
      at('date_invalid', 2, 'valid_from'),
      at('date_invalid', 2, 'valid_to'),
    ],
    used: ['F1', 'F2', 'F3'],
  },
  { file: 'dates-reversed.csv', role: 'facilities', issues: [at('dates_reversed', 1, 'valid_to')], used: ['F1'] },
  {
    file: 'unknown-values.csv',
    role: 'facilities',
    issues: [
      at('value_unknown', 1, '类型'),
      at('value_unknown', 2, '状态'),
      at('boolean_invalid', 2, '公益性'),
      at('value_unknown', 3, '类型'),
    ],
    used: ['F1', 'F2', 'F3'],
  },
  {
    file: 'bad-serves.csv',
    role: 'facilities',
    issues: [at('serves_malformed', 1, 'serves'), at('serves_malformed', 2, 'serves')],
    used: ['F1', 'F2', 'F3'],
  },
  {
    file: 'elders-above-residents.csv',
    role: 'areas',
    issues: [at('elders_exceed_residents', 1, 'elders')],
    used: ['A1'],
  },
  {
    file: 'nursing-above-beds.csv',
    role: 'facilities',
    issues: [at('nursing_beds_exceed_beds', 1, 'nursing_beds')],
    used: ['F1'],
  },
  {
    file: 'bad-entrance.csv',
    role: 'facilities',
    issues: [at('coordinates_invalid', 1, 'entrance')],
    used: ['F1', 'F2'],
  },
  { file: 'bad-wkt.csv', role: 'areas', issues: [at('geometry_broken', 1, 'wkt')], used: ['A1', 'A2'] },
  {
    file: 'orphan-units.csv',
    role: 'units',
    issues: [at('value_unknown', 4, '级别'), at('id_duplicate', 5, '名称'), at('unit_parent_unknown', 3, '上级')],
    used: ['某市', '某市/某区', '另一区/某街道'],
  },
  {
    file: 'population.csv',
    role: 'population',
    issues: [at('number_negative', 2, 'elders'), at('coordinates_missing', 3)],
    used: ['120.85 32.01', '120.86 32.02', '120.88 32.04'],
  },
  { file: 'null-geometry.geojson', role: 'areas', issues: [at('geometry_null', 1)], used: ['A1', 'A9'] },
  {
    file: 'broken-geometry.geojson',
    role: 'areas',
    issues: [1, 2, 3, 4, 5].map((row) => at('geometry_broken', row)),
    used: ['A1', 'A2', 'A3', 'A4', 'A5', 'A9'],
  },
  { file: 'open-ring.geojson', role: 'areas', issues: [at('geometry_unclosed', 1)], used: ['A1', 'A9'] },
  {
    file: 'self-intersecting.geojson',
    role: 'areas',
    issues: [at('geometry_self_intersecting', 1)],
    used: ['A1', 'A9'],
  },
  {
    file: 'wrong-type.geojson',
    role: 'areas',
    issues: [at('geometry_wrong_type', 1), at('geometry_wrong_type', 2)],
    used: ['A1', 'A2', 'A9'],
  },
  { file: 'hostile-names.geojson', role: 'areas', issues: [], used: ['__proto__', 'constructor'] },
];

async function read({ file, role, crs }: BadFile): Promise<ReadTable> {
  const files = [{ name: file, bytes: new Uint8Array(readFileSync(join(BAD, file))) }];
  const opened = await openSource(files, {}, SOURCE_HOST, { input: role, file });
  return runSteps(readSourceSteps(opened, { files, role, ...(crs === undefined ? {} : { crs }) }));
}

function usedOf({ table }: ReadTable): string[] | null {
  if (table === null) return null;
  switch (table.role) {
    case 'population':
      return Array.from(table.records.lon, (lon, cell) => `${lon} ${table.records.lat[cell]}`);
    case 'units':
      return table.records.map(({ path }) => path);
    default:
      return table.records.map(({ id }) => id);
  }
}

/** Their rows are sound one by one; what is wrong shows only beside the other tables. */
const SEEN_BY_THE_AUDIT = ['serves-unknown-area.csv', 'serves-above-floor-area.csv'];

async function auditOf(file: string): Promise<AuditResult> {
  const facilities = await read({ file, role: 'facilities', issues: [], used: null });
  const areas = readRows('areas', [
    { id: 'A1', class: 'built', households: 500, lon: 120.85, lat: 32.01 },
    { id: 'A2', class: 'built', households: 500, lon: 120.86, lat: 32.02 },
  ]);
  return auditPlan(assemblePlan([areas.table!, facilities.table!]));
}

describe('bad input: one fixture an error', () => {
  test.each(FILES)('$file ($role, $crs)', async (bad) => {
    const result = await read(bad);
    const named = new Set(bad.issues.map(({ code }) => code));
    const found = result.issues
      .filter(({ severity, code }) => severity !== 'info' || named.has(code))
      .map(({ code, where }) => at(code, where.row, where.column));
    expect(found).toEqual(bad.issues);
    expect(usedOf(result)).toEqual(bad.used);
    for (const problem of result.issues) {
      expect(problem.where).toMatchObject({ input: bad.role, file: bad.file });
      for (const language of ['zh-CN', 'en'] as const) {
        const sentence = describeIssue(language, problem);
        expect(sentence).toContain(bad.file);
        expect(sentence).not.toMatch(/undefined|NaN|\[object/);
      }
    }
  });

  test('every fixture is tested', () => {
    const tables = readdirSync(BAD, { withFileTypes: true }).filter(
      (entry) => entry.isFile() && !entry.name.startsWith('.'),
    );
    const tested = new Set([...FILES.map(({ file }) => file), ...SEEN_BY_THE_AUDIT]);
    expect(tables.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([]);
  });
});

describe('bad input that shows only in the audit', () => {
  test.each([
    { file: 'serves-unknown-area.csv', code: 'serves_unknown_area', ids: ['F1', 'F2'], booked: 200 },
    { file: 'serves-above-floor-area.csv', code: 'serves_exceeds_floor_area', ids: ['F1'], booked: 150 },
  ])('$file', async ({ file, code, ids, booked }) => {
    const result = await auditOf(file);
    const found = result.issues.filter((problem) => problem.code === code);
    expect(found.map(({ where }) => where.id)).toEqual(ids);
    const parts = result.areas.flatMap((area) => checkOf(area, 'floor_area').parts);
    expect(parts.reduce((sum, { m2 }) => sum + m2!, 0)).toBe(booked);
    for (const problem of found) {
      expect(describeIssue('zh-CN', problem)).toMatch(/请/);
      expect(describeIssue('en', problem)).not.toMatch(/undefined/);
    }
  });
});
