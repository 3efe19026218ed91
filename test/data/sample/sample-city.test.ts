import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { MultiPolygon, Polygon } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleCity } from '../../../data/sample/city/sample-city.ts';
import { auditSteps } from '../../../src/core/checks/audit.ts';
import { VERDICTS, type AuditResult } from '../../../src/core/checks/result.ts';
import { metresPerDegree } from '../../../src/core/geo/distance.ts';
import { asWgs84, type LonLat, type Wgs84 } from '../../../src/core/geo/geometry.ts';
import { boundsOf, contains, innerPosition } from '../../../src/core/geo/polygon.ts';
import { findSelfIntersection } from '../../../src/core/geo/self-intersection.ts';
import { assemblePlan } from '../../../src/core/import/assemble-plan.ts';
import { readTable } from '../../builders/read-text-table.ts';
import type { Table } from '../../../src/core/import/table.ts';
import type { Issue } from '../../../src/core/issue.ts';
import { openStreetsSteps } from '../../../src/core/network/open-streets.ts';
import { UNIT_LEVELS, type Plan, type UnitNames } from '../../../src/core/plan/plan.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { loadStandards } from '../../../src/core/standards/load-standards.ts';
import { baseMapSteps } from '../../../src/core/tiles/base-map.ts';
import { geoJsonOf } from '../../builders/map-features.ts';
import { ROOT } from '../../sources.ts';

const FOLDER = path.join(ROOT, 'data', 'sample');
const TABLES = ['areas.geojson', 'facilities.csv', 'units.geojson', 'population.csv', 'candidates.csv'];

function fileOf(name: string) {
  return { name, bytes: new Uint8Array(readFileSync(path.join(FOLDER, name))) };
}

const reads = TABLES.map((name) => readTable({ file: fileOf(name) }));
const tables = reads.map(({ table }) => table!);
const plan = assemblePlan(tables);
const opened = runSteps(openStreetsSteps(fileOf('streets.osm.gz')));
const streets = opened.streets!;

function auditOf(over: Plan, onStreets = true): AuditResult {
  const name = 'nantong-draft-2023.json';
  const text = readFileSync(path.join(ROOT, 'data', 'standards', name), 'utf8');
  const [standard] = loadStandards([{ name, text }]).standards;
  return runSteps(
    auditSteps({
      plan: over,
      streets: onStreets ? streets.graph : null,
      standard: standard!,
      asOf: '2026-06-30',
      version: 'test',
      inputs: [],
      inputIssues: [],
    }),
  );
}

function unitNamed(names: UnitNames) {
  const unitPath = [names.city, names.county, names.subdistrict, names.community].join('/');
  return plan.units.get(unitPath);
}

describe('the sample city', () => {
  let made: ReturnType<typeof sampleCity>;
  beforeAll(() => {
    made = sampleCity();
  }, 60_000);

  it('is what its script makes, byte for byte', () => {
    for (const [name, bytes] of Object.entries(made)) {
      expect(existsSync(path.join(FOLDER, name)), name).toBe(true);
      expect(Buffer.compare(Buffer.from(bytes), readFileSync(path.join(FOLDER, name))), name).toBe(0);
    }
    const manifest = JSON.parse(new TextDecoder().decode(made['sample.json'])) as { files: { file: string }[] };
    const listed = manifest.files.map(({ file }) => file);
    expect([...listed, 'sample.json'].sort()).toEqual(Object.keys(made).sort());
    const besides = readdirSync(FOLDER).filter((name) => made[name] === undefined);
    expect(besides.sort()).toEqual(['README.md', 'city', 'generate.ts']);
  });

  it('takes less than 3 MB compressed', () => {
    const sizes = Object.values(made).map((bytes) => gzipSync(bytes).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
  });

  it('is read without a complaint, each file as what it is', () => {
    const complaints = [...reads.flatMap(({ issues }) => issues), ...opened.issues];
    expect(complaints.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(complaints.filter(({ code }) => code === 'column_unknown')).toEqual([]);
    expect(tables.map(({ role }: Table) => role)).toEqual(['areas', 'facilities', 'units', 'population', 'candidates']);
  });

  it('has as much of everything as it says', () => {
    const levels = UNIT_LEVELS.map((level) => [...plan.units.values()].filter((unit) => unit.level === level).length);
    expect(Object.fromEntries(UNIT_LEVELS.map((level, i) => [level, levels[i]]))).toEqual({
      city: 1,
      county: 3,
      subdistrict: 12,
      community: 90,
    });
    expect(plan.areas.size).toBe(600);
    expect(plan.facilities.size).toBe(130);
    expect(plan.candidates.size).toBe(30);
    expect(streets.graph.nodeLon.length).toBeGreaterThan(12_000);
    const facilities = [...plan.facilities.values()];
    expect(new Set(facilities.map(({ type }) => type)).size).toBe(8);
    expect(new Set(facilities.map(({ status }) => status)).size).toBe(6);
    expect(new Set([...plan.areas.values()].map((area) => area.class)).size).toBe(3);
  });

  it('has everything inside the community that it names', () => {
    for (const record of [...plan.areas.values(), ...plan.facilities.values(), ...plan.candidates.values()]) {
      const unit = unitNamed(record)?.geometry;
      expect(unit, record.id).toBeDefined();
      if (!unit) continue;
      const { geometry } = record;
      const corners = geometry!.type === 'Polygon' ? geometry!.coordinates[0]! : [innerPosition(geometry!)];
      for (const at of corners) expect(contains(unit, at as unknown as LonLat), record.id).toBe(true);
    }
  });

  it('has communities that leave no gap and do not overlap, and sums that go up', () => {
    const level = (name: string) => [...plan.units.values()].filter((unit) => unit.level === name);
    const [city] = level('city');
    const whole = hectares(shapeOf(city!));
    for (const name of ['community', 'subdistrict', 'county']) {
      const parts = level(name);
      expect(parts.reduce((sum, { geometry }) => sum + hectares(shapeOf({ geometry })), 0)).toBeCloseTo(whole, 1);
      expect(parts.reduce((sum, { residents }) => sum + residents!, 0)).toBe(city!.residents);
    }
    const [west, south, east, north] = boundsOf(city!.geometry!);
    for (let i = 1; i < 30; i++) {
      for (let j = 1; j < 30; j++) {
        const at = [west + ((east - west) * i) / 30, south + ((north - south) * j) / 30] as unknown as LonLat;
        if (!contains(city!.geometry!, at)) continue;
        expect(level('community').filter(({ geometry }) => contains(geometry!, at)).length).toBe(1);
      }
    }
  });

  it('has outlines that do not cross themselves, and areas that do not lie on one another', () => {
    const areas = [...plan.areas.values()];
    for (const area of areas) expect(findSelfIntersection(shapeOf(area)), area.id).toBeNull();
    for (const { geometry, path: id } of plan.units.values())
      expect(findSelfIntersection(shapeOf({ geometry })), id).toBeNull();
    for (const one of areas) {
      const corners = (one.geometry as Polygon).coordinates[0]! as unknown as LonLat[];
      const inside = [...corners, innerPosition(one.geometry!)];
      for (const other of areas) {
        if (other === one || apart(one.geometry as Polygon, other.geometry as Polygon)) continue;
        expect(
          inside.some((at) => contains(other.geometry as never, at)),
          `${one.id} in ${other.id}`,
        ).toBe(false);
      }
    }
  });

  it('has nobody living and nothing standing in the water', () => {
    const ground = geoJsonOf(runSteps(baseMapSteps(streets.extract!)).ground);
    const water = ground.filter(({ properties }) => properties!['kind'] === 'water');
    expect(water.length).toBeGreaterThan(12);
    for (const record of [...plan.areas.values(), ...plan.facilities.values(), ...plan.candidates.values()]) {
      const at = innerPosition(record.geometry!);
      const wet = water.filter(({ geometry }) => contains(asWgs84(geometry as Polygon), at));
      expect(wet.length, record.id).toBe(0);
    }
  });

  it('has a population grid that adds up to what the areas say', () => {
    const { lon, lat, elders } = plan.population!;
    const cells = Array.from(lon, (_, i) => i);
    for (const area of [...plan.areas.values()].filter((one, i) => i % 20 === 0 && one.elders !== undefined)) {
      const inside = cells.filter((i) => contains(shapeOf(area), [lon[i]!, lat[i]!] as unknown as LonLat));
      if (inside.length > 0)
        expect(
          inside.reduce((sum, i) => sum + elders[i]!, 0),
          area.id,
        ).toBe(area.elders);
    }
  });
});

describe('the sample city under audit', () => {
  let result: AuditResult;
  beforeAll(() => {
    result = auditOf(plan);
  }, 30_000);

  it('gives every verdict somewhere, and no single one nearly everywhere', () => {
    const given = new Set(result.areas.flatMap(({ checks }) => checks.map(({ verdict }) => verdict)));
    expect([...VERDICTS].filter((verdict) => !given.has(verdict))).toEqual([]);
    const { by_verdict: counts } = result.summary;
    for (const verdict of ['short', 'met', 'met_if_built', 'depends_on_class', 'no_data'] as const) {
      expect(counts[verdict], verdict).toBeGreaterThanOrEqual(5);
    }
    expect(counts.short).toBeLessThan(440);
    expect(counts.met).toBeGreaterThan(100);
  });

  it('finds nothing wrong in it but what was put there to be found', () => {
    const found = new Set(result.issues.filter(({ severity }: Issue) => severity !== 'info').map(({ code }) => code));
    expect([...found].sort()).toEqual(['pool_member_out_of_reach', 'serves_remainder_unbooked']);
  });

  it('has pools that hold and pools that lose a member', () => {
    expect(result.pools.some(({ dropped, checks }) => dropped.length === 0 && checks.every(isMet))).toBe(true);
    expect(result.pools.some(({ dropped }) => dropped.length > 0)).toBe(true);
  });

  it('is judged anew: other households, another verdict', () => {
    const before = result.areas.find(({ id, verdict }) => verdict === 'met' && plan.areas.get(id)!.class === 'built')!;
    const area = plan.areas.get(before.id)!;
    const households = area.households! * 50;
    const crowded = { ...plan, areas: new Map(plan.areas).set(area.id, { ...area, households }) };
    expect(auditOf(crowded).areas.find(({ id }) => id === area.id)!.verdict).toBe('short');
  });

  it('has water and fences that matter: straight lines judge many walks otherwise', () => {
    const straight = new Map(auditOf(plan, false).areas.map((area) => [area.id, area]));
    const verdictOf = ({ checks }: AuditResult['areas'][number]) =>
      checks.find(({ check }) => check === 'walk_circle')!.verdict;
    const differ = result.areas.filter((area) => verdictOf(area) !== verdictOf(straight.get(area.id)!));
    expect(differ.length).toBeGreaterThan(20);
  });
});

/** Everything here that has a shape has one polygon, or several. */
function shapeOf({ geometry }: { readonly geometry?: unknown }): Wgs84<Polygon> {
  return geometry as Wgs84<Polygon>;
}

function isMet({ verdict }: { verdict: string }): boolean {
  return verdict === 'met';
}

function apart(one: Polygon, other: Polygon): boolean {
  const [w1, s1, e1, n1] = boundsOf(asWgs84(one));
  const [w2, s2, e2, n2] = boundsOf(asWgs84(other));
  return e1 < w2 || e2 < w1 || n1 < s2 || n2 < s1;
}

function hectares(geometry: Polygon | MultiPolygon): number {
  const { perLon, perLat } = metresPerDegree(32.74);
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let sum = 0;
  for (const ring of polygons.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = [ring[i - 1]![0]! - 119.68, ring[i - 1]![1]! - 32.74];
      const [x2, y2] = [ring[i]![0]! - 119.68, ring[i]![1]! - 32.74];
      sum += (x1 * y2 - x2 * y1) / 2;
    }
  }
  return (Math.abs(sum) * perLon * perLat) / 10_000;
}
