import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { originsSteps } from '../../src/core/access/origins.ts';
import { assemblePlan } from '../../src/core/import/assemble-plan.ts';
import { readTable } from '../builders/read-text-table.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { runSteps } from '../../src/core/progress.ts';
import { areaOf, auditPlan, checkOf, unitOf } from '../builders/audit-plan.ts';
import { ROOT } from '../sources.ts';
import { readTaipei, taipeiFiles, taipeiFolder } from './taipei.ts';

// Taipei judged by the Nantong draft: figures that have nothing to do with each other, but real shapes and real gaps.
// What is expected here is counted again by loops of this file alone.

const folder = taipeiFolder(ROOT);
const CITY = '臺北市';

/** Metres of straight line that make 15 minutes at 3 km/h with the detour factor. */
const STRAIGHT_M = 750 / 1.3;

describe.skipIf(!folder)(`Taipei, judged${folder ? '' : ' (../shared/data is not there)'}`, () => {
  if (!folder) return;
  const tables = readTaipei(folder);
  const plan = readPlan(taipeiFiles(tables));
  const result = auditPlan(plan);
  const villages = tables.areas.features;
  const dayCare = tables.facilities.filter(({ type }) => type === 'day_care');
  const homes = tables.facilities.filter(({ type }) => type === 'institution');

  it('keeps every village and every elder, and says which age makes an elder', () => {
    expect(result.areas).toHaveLength(456);
    expect(result.summary.elders).toBe(574_458);
    expect(result.run.settings.elder_age).toBe(65);
    expect(result.run.method).toBe('straight_line');
    const counted = Object.values(result.summary.by_verdict).reduce((sum, n) => sum + n, 0);
    expect(counted).toBe(456);
    const uncovered = result.areas.reduce((sum, area) => sum + area.elders_uncovered!, 0);
    expect(result.summary.elders_covered + uncovered).toBeCloseTo(574_458, 6);
  });

  it('covers the share of each village that a fine grid of points finds covered', () => {
    const differences = villages.map(({ properties: { id }, geometry }) => {
      const points = gridOf(geometry.coordinates, 25);
      const covered = points.filter((point) => dayCare.some((one) => haversine(point, one) <= STRAIGHT_M)).length;
      return areaOf(result, String(id)).covered_share! - covered / points.length;
    });
    expect(Math.max(...differences.map(Math.abs))).toBeLessThan(0.08);
    expect(Math.abs(differences.reduce((sum, one) => sum + one, 0) / differences.length)).toBeLessThan(0.002);
  });

  it('covers exactly those origins that a plain loop finds within 750 m of walking', () => {
    const origins = runSteps(
      originsSteps(
        [...plan.areas.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        null,
      ),
    );
    for (const [a, id] of origins.areaIds.entries()) {
      let covered = 0;
      for (let i = origins.start[a]!; i < origins.start[a + 1]!; i++) {
        if (dayCare.some((one) => haversine([origins.lon[i]!, origins.lat[i]!], one) <= STRAIGHT_M)) covered++;
      }
      const share = covered / (origins.start[a + 1]! - origins.start[a]!);
      expect(areaOf(result, id).covered_share).toBeCloseTo(share, 9);
    }
  });

  it('asks for 20 m² per 100 households of every village', () => {
    for (const { properties } of villages) {
      const floor = checkOf(areaOf(result, String(properties['id'])), 'floor_area');
      expect(floor.required).toBeCloseTo((20 * Number(properties['households'])) / 100, 9);
    }
  });

  it('lacks the whole floor area where no day-care centre is near', () => {
    const far = result.areas
      .filter(({ covered_share: share }) => share === 0)
      .map((area) => checkOf(area, 'floor_area'));
    expect(far).toHaveLength(344);
    for (const floor of far) {
      expect(floor).toMatchObject({ verdict: 'short', counted: 0, gap: floor.required, parts: [] });
    }
  });

  it('has no verdict on floor area where a day-care centre of unknown size is near', () => {
    const near = result.areas
      .filter(({ covered_share: share }) => share! > 0)
      .map((area) => checkOf(area, 'floor_area'));
    expect(near).toHaveLength(112);
    for (const { verdict, gap, reasons } of near) {
      expect([verdict, gap]).toEqual(['no_data', null]);
      expect(reasons).toContain('floor_area_unknown');
    }
  });

  it('counts nursing beds district by district', () => {
    const districts = [...new Set(homes.map(({ county }) => String(county)))];
    expect(districts).toHaveLength(12);
    for (const path of [CITY, ...districts.map((name) => `${CITY}/${name}`)]) {
      const here = homes.filter(({ county }) => path === CITY || path === `${CITY}/${county}`);
      const beds = here.reduce((sum, row) => sum + Number(row['beds']), 0);
      const nursing = here.reduce((sum, row) => sum + Number(row['nursing_beds']), 0);
      const check = checkOf(unitOf(result, `${path === CITY ? 'city' : 'county'}:${path}`), 'nursing_beds');
      expect(check.counted).toBe(nursing);
      expect(check.required).toBeCloseTo(0.75 * beds, 9);
      expect(check.verdict).toBe(nursing * 100 >= 75 * beds ? 'met' : 'short');
    }
  });

  it('names the one day-care centre whose stated district its coordinates contradict', () => {
    const unresolved = result.issues.filter(({ code }) => code === 'unit_unresolved');
    expect(unresolved.map(({ where }) => where.id)).toEqual(['day-care-1']);
  });
});

function readPlan(files: Record<string, string>): Plan {
  const read = Object.entries(files).map(([name, text]) => {
    const { table, issues } = readTable({ file: { name, bytes: new TextEncoder().encode(text) } });
    expect(issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
    return table!;
  });
  return { ...assemblePlan(read), settings: { elder_age: 65 } };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** Great-circle metres from a position to a facility's row. */
function haversine([lon, lat]: readonly number[], to: Record<string, string | number>): number {
  const dLat = radians(Number(to['lat']) - lat!);
  const dLon = radians(Number(to['lon']) - lon!);
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(radians(lat!)) * Math.cos(radians(Number(to['lat']))) * Math.sin(dLon / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(h));
}

/** Points inside a polygon on a grid of the given spacing in metres. */
function gridOf(rings: readonly Position[][], spacing: number): Position[] {
  const outer = rings[0]!;
  const lons = outer.map(([lon]) => lon!);
  const lats = outer.map(([, lat]) => lat!);
  const dLat = spacing / 111_195;
  const dLon = dLat / Math.cos((lats[0]! * Math.PI) / 180);
  const points: Position[] = [];
  for (let lat = Math.min(...lats) + dLat / 2; lat < Math.max(...lats); lat += dLat) {
    for (let lon = Math.min(...lons) + dLon / 2; lon < Math.max(...lons); lon += dLon) {
      if (rings.filter((ring) => windsAround(ring, lon, lat)).length === 1) points.push([lon, lat]);
    }
  }
  return points;
}

function windsAround(ring: readonly Position[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [x1, y1] = ring[i - 1] as [number, number];
    const [x2, y2] = ring[i] as [number, number];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
