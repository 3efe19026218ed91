import type { FeatureCollection } from 'geojson';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { AuditResult } from '../../../src/core/checks/result.ts';
import { auditCsv } from '../../../src/core/report/audit-csv.ts';
import { auditGeojson } from '../../../src/core/report/audit-geojson.ts';
import { auditJson } from '../../../src/core/report/audit-json.ts';
import { assemblePlan } from '../../../src/core/import/assemble-plan.ts';
import { readTable } from '../../builders/read-text-table.ts';
import { areaOf, auditPlan, checkOf, unitOf } from '../../builders/audit-plan.ts';
import { PlanBuilder, squareAt } from '../../builders/plan-builder.ts';

const plan = new PlanBuilder()
  .area('A', {
    name: '甲, "one"',
    households: 1000,
    residents: 2500,
    elders: 500,
    county: 'X',
    geometry: squareAt(0, 0, 200),
  })
  .area('B', { class: 'new' })
  .facility('F', { floorAreaM2: 190, serves: [{ area: 'A' }], geometry: squareAt(50, 50, 20) })
  .build();
const result = auditPlan(plan);

/** The result with one area's name replaced, as a file from outside might have it. */
function named(name: string): AuditResult {
  return { ...result, areas: result.areas.map((area) => ({ ...area, name })) };
}

function rowsOf(text: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data;
}

describe('the result as JSON', () => {
  it('is the result, two spaces deep, ending in a newline', () => {
    const text = auditJson(result);
    expect(JSON.parse(text)).toEqual(result);
    expect(text.startsWith('{\n  "run": {\n    "yiquan"')).toBe(true);
    expect(text.endsWith('\n}\n')).toBe(true);
    expect(Object.keys(JSON.parse(text) as object)).toEqual([
      'run',
      'areas',
      'pools',
      'units',
      'unbooked',
      'summary',
      'issues',
    ]);
  });

  it('writes what is no number as null', () => {
    const broken = { ...result, summary: { ...result.summary, elders: NaN } };
    expect(JSON.parse(auditJson(broken))).toMatchObject({ summary: { elders: null } });
  });
});

describe('the judged areas as GeoJSON', () => {
  const collection = JSON.parse(auditGeojson(result, plan)) as FeatureCollection & { run: unknown };

  it('carry their geometry, verdicts and figures, flat', () => {
    const [a] = collection.features;
    const floor = checkOf(areaOf(result, 'A'), 'floor_area');
    expect(a!.geometry).toEqual(plan.areas.get('A')!.geometry);
    expect(a!.properties).toMatchObject({
      id: 'A',
      county: 'X',
      households: 1000,
      verdict: areaOf(result, 'A').verdict,
      floor_area_verdict: 'short',
      floor_area_required: 200,
      floor_area_counted: 190,
      floor_area_gap: 10,
      floor_area_ratio: 19,
      floor_area_days_overdue: floor.deadline!.days_overdue,
      single_unit_verdict: null,
      walk_circle_verdict: 'met',
      nearest_facility: 'F',
      covered_share: 1,
      elders_uncovered: 0,
    });
    const flat = Object.values(a!.properties!).every((value) => value === null || typeof value !== 'object');
    expect(flat).toBe(true);
  });

  it('are all there, with the same keys, those without a place too', () => {
    expect(collection.features.map(({ properties }) => properties!['id'] as string)).toEqual(['A', 'B']);
    expect(collection.features[1]!.geometry).toBeNull();
    const [a, b] = collection.features.map(({ properties }) => Object.keys(properties!));
    expect(a).toEqual(b);
  });

  it('say which run they are of', () => {
    expect(collection.run).toEqual(result.run);
  });

  it('are a collection even where there are none', () => {
    const none = { ...result, areas: [] };
    expect(JSON.parse(auditGeojson(none, plan))).toMatchObject({ type: 'FeatureCollection', features: [] });
  });
});

describe('estimated figures', () => {
  const estimated = { elders: { from: 'units', unit: 'X/S', weight: 'households' } } as const;
  const guessed = new PlanBuilder()
    .area('A', { elders: 80, county: 'X', estimated, geometry: squareAt(0, 0, 200) })
    .area('B', { elders: 20, county: 'X', geometry: squareAt(500, 0, 200) })
    .build();
  const found = auditPlan(guessed);

  it('are marked in every format, and counted once among the issues', () => {
    expect(areaOf(found, 'A').estimated).toEqual(estimated);
    expect(areaOf(found, 'B')).not.toHaveProperty('estimated');
    expect(rowsOf(auditCsv(found, guessed)).map((row) => row['estimated'])).toContain('elders=units|households|X/S');
    expect(found.summary.areas_with_estimated_elders).toBe(1);
    expect(found.issues.filter(({ code }) => code === 'population_estimated')).toMatchObject([
      { severity: 'info', detail: { residents: 0, elders: 1 } },
    ]);
  });

  it('are named by the checks that rest on them, of the area and of its unit', () => {
    for (const judged of [areaOf(found, 'A'), unitOf(found, 'county:X')]) {
      expect(checkOf(judged, 'walk_circle').reasons).toContain('population_estimated');
    }
    expect(checkOf(areaOf(found, 'B'), 'walk_circle').reasons).not.toContain('population_estimated');
    const perElder = auditPlan({ ...guessed, settings: { land_per: 'elders' } });
    for (const judged of [areaOf(perElder, 'A'), unitOf(perElder, 'county:X')]) {
      expect(checkOf(judged, 'land_per_person').reasons).toContain('population_estimated');
    }
  });

  it('stay estimates when the GeoJSON is opened again', () => {
    const bytes = new TextEncoder().encode(auditGeojson(found, guessed));
    const { table } = readTable({ file: { name: 'areas.geojson', bytes }, role: 'areas' });
    expect(assemblePlan([table!]).areas.get('A')).toMatchObject({ elders: 80, estimated });
    expect(assemblePlan([table!]).areas.get('B')).not.toHaveProperty('estimated');
  });
});

describe('the gap list as CSV', () => {
  const text = auditCsv(result, plan);

  it('begins with a byte order mark and ends each line as RFC 4180 has it', () => {
    expect(text.startsWith('\uFEFFid,name,city,county,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('has one row an area and check', () => {
    expect(rowsOf(text).map(({ id, check }) => `${id} ${check}`)).toEqual(
      result.areas.flatMap((area) => area.checks.map(({ check }) => `${area.id} ${check}`)),
    );
    const floor = checkOf(areaOf(result, 'A'), 'floor_area');
    expect(rowsOf(text)[0]).toEqual({
      id: 'A',
      name: '甲, "one"',
      city: '',
      county: 'X',
      subdistrict: '',
      community: '',
      check: 'floor_area',
      role: 'binding',
      verdict: 'short',
      required: '200',
      counted: '190',
      gap: '10',
      unit: 'm2',
      ratio: '19',
      reasons: floor.reasons.join(';'),
      planned_verdict: 'short',
      deadline: '2024-06-30',
      days_overdue: String(floor.deadline!.days_overdue),
      document: 'nantong-draft-2023',
      clause: floor.source!.clause,
      status: 'draft',
      estimated: '',
    });
  });

  it('leaves unknown figures empty: absent is not zero', () => {
    const unknown = rowsOf(text).find(({ id, check }) => id === 'B' && check === 'floor_area')!;
    expect(unknown).toMatchObject({ verdict: 'no_data', required: '', gap: '', ratio: '' });
  });

  it.each(['=1+1', '+cmd', '-cmd', '@SUM(A1)', '\t=1', '\r=1', '\uff1d1+1'])(
    'keeps a spreadsheet from running the name “%s”',
    (name) => {
      expect(rowsOf(auditCsv(named(name), plan))[0]!['name']).toBe(`'${name}`);
    },
  );

  it.each(['-5', '+86', '-0.5', 'A-1', "'x", '3=4'])('leaves the name “%s” as it is', (name) => {
    expect(rowsOf(auditCsv(named(name), plan))[0]!['name']).toBe(name);
  });
});
