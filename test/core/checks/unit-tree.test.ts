import { describe, expect, it } from 'vitest';
import type { AuditResult } from '../../../src/core/checks/result.ts';
import { auditPlan, checkOf, unitOf } from '../../builders/audit-plan.ts';
import { PlanBuilder, pointAt, squareAt } from '../../builders/plan-builder.ts';

function codesOf({ issues }: AuditResult) {
  return issues.map(({ code }) => code);
}

/** Facilities that a unit's tier check counts. */
function countedIn(result: AuditResult, key: string, check: 'community_station' | 'subdistrict_centre') {
  return checkOf(unitOf(result, key), check).parts.map(({ facility }) => facility);
}

describe('which unit something is in', () => {
  it('two towns of one name in two counties are two units', () => {
    const plan = new PlanBuilder()
      .area('A', { county: 'X', subdistrict: '城关' })
      .area('B', { county: 'Y', subdistrict: '城关' })
      .facility('f', { type: 'centre', county: 'Y', subdistrict: '城关' })
      .build();
    const result = auditPlan(plan);
    expect(countedIn(result, 'subdistrict:X/城关', 'subdistrict_centre')).toEqual([]);
    expect(countedIn(result, 'subdistrict:Y/城关', 'subdistrict_centre')).toEqual(['f']);
  });

  it('a shorter path means the only longer one that ends in it', () => {
    const plan = new PlanBuilder()
      .area('A', { county: 'X', subdistrict: 'S', community: 'K' })
      .facility('f', { community: 'K' })
      .build();
    expect(countedIn(auditPlan(plan), 'community:X/S/K', 'community_station')).toEqual(['f']);
  });

  it('a shorter path that fits two is left unresolved, and said', () => {
    const plan = new PlanBuilder()
      .area('A', { county: 'X', community: 'K' })
      .area('B', { county: 'Y', community: 'K' })
      .facility('f', { community: 'K' })
      .build();
    const result = auditPlan(plan);
    expect(countedIn(result, 'community:X/K', 'community_station')).toEqual([]);
    expect(codesOf(result)).toContain('unit_unresolved');
  });

  it('without columns it is the unit polygon it lies in, and the units above that', () => {
    const plan = new PlanBuilder()
      .unit('county', 'X')
      .unit('community', 'X/K', { geometry: squareAt(0, 0, 500) })
      .area('A', { geometry: squareAt(100, 100, 50) })
      .facility('f', { geometry: pointAt(200, 200) })
      .build();
    const result = auditPlan(plan);
    expect(countedIn(result, 'community:X/K', 'community_station')).toEqual(['f']);
    expect(unitOf(result, 'county:X').areas_by_verdict).not.toEqual({});
  });

  it('else the units of the area it lies in, else of those it serves', () => {
    const plan = new PlanBuilder()
      .area('A', { community: 'K', geometry: squareAt(0, 0, 300) })
      .area('B', { community: 'L' })
      .facility('inside', { geometry: pointAt(100, 100) })
      .facility('serving', { serves: [{ area: 'B' }] })
      .build();
    const result = auditPlan(plan);
    expect(countedIn(result, 'community:K', 'community_station')).toEqual(['inside']);
    expect(countedIn(result, 'community:L', 'community_station')).toEqual(['serving']);
  });

  it('a code of the units table is as good as the name', () => {
    const plan = new PlanBuilder()
      .unit('county', 'X', { code: '320602' })
      .area('A', { county: '320602', households: 100 })
      .build();
    expect(checkOf(unitOf(auditPlan(plan), 'county:X'), 'floor_area').required).toBe(20);
  });

  it('names the units that no area lies in, and that without a table such units are invisible', () => {
    const table = new PlanBuilder().unit('community', 'K').area('A').build();
    expect(codesOf(auditPlan(table))).toContain('unit_without_areas');
    expect(checkOf(unitOf(auditPlan(table), 'community:K'), 'community_station').verdict).toBe('short');
    const columns = new PlanBuilder().area('A', { community: 'K' }).build();
    expect(codesOf(auditPlan(columns))).toContain('units_from_areas');
  });
});

describe('what is asked of a unit', () => {
  it('a centre of urban subdistricts alone: urban by most residents', () => {
    const plan = (urban: number, rural: number) =>
      new PlanBuilder()
        .area('A', { subdistrict: 'S', residents: urban })
        .area('B', { subdistrict: 'S', residents: rural, settlement: 'rural' })
        .area('C', { subdistrict: 'S', residents: 0, settlement: 'rural' })
        .build();
    expect(checkOf(unitOf(auditPlan(plan(60, 40)), 'subdistrict:S'), 'subdistrict_centre').verdict).toBe('short');
    expect(checkOf(unitOf(auditPlan(plan(40, 60)), 'subdistrict:S'), 'subdistrict_centre')).toMatchObject({
      verdict: 'not_applicable',
      reasons: ['rural'],
    });
  });

  it('a station of every village too', () => {
    const plan = new PlanBuilder().area('A', { community: 'K', settlement: 'rural' }).build();
    expect(checkOf(unitOf(auditPlan(plan), 'community:K'), 'community_station').verdict).toBe('short');
  });

  it('tier checks tell the state at the deadline from the state today', () => {
    const plan = new PlanBuilder()
      .area('A', { subdistrict: 'S' })
      .facility('f', {
        type: 'centre',
        subdistrict: 'S',
        status: 'closed',
        validFrom: '2020-01-01',
        validTo: '2024-03-31',
      })
      .build();
    expect(checkOf(unitOf(auditPlan(plan), 'subdistrict:S'), 'subdistrict_centre')).toMatchObject({
      verdict: 'short',
      deadline: { date: '2023-12-31', verdict: 'met', counted: 1, days_overdue: 732 },
    });
  });

  it('before a deadline nothing is due', () => {
    const plan = new PlanBuilder().area('A', { subdistrict: 'S', households: 100 }).build();
    const unit = unitOf(auditPlan(plan, '2023-06-30'), 'subdistrict:S');
    expect(checkOf(unit, 'subdistrict_centre')).toMatchObject({
      verdict: 'short',
      deadline: { date: '2023-12-31', verdict: null, days_overdue: 0 },
    });
  });

  it('land of the unit’s own parcels for its own residents; leased rooms without stated land have none', () => {
    const plan = new PlanBuilder()
      .area('A', { county: 'X', residents: 1000 })
      .facility('own', { county: 'X', landAreaM2: 150 })
      .facility('apportioned', { county: 'X', landAreaM2: 50, landBasis: 'apportioned' })
      .facility('leased', { county: 'X', acquisition: 'lease' })
      .facility('meal', { county: 'X', type: 'meal', landAreaM2: 900 });
    const check = checkOf(unitOf(auditPlan(plan.build()), 'county:X'), 'land_per_person');
    expect(check).toMatchObject({ verdict: 'met', required: 200, counted: 200, ratio: 0.2 });
    expect(check.reasons).toContain('land_apportioned');
    const unknown = plan.facility('apportioned', { county: 'X' }).build();
    expect(checkOf(unitOf(auditPlan(unknown), 'county:X'), 'land_per_person')).toMatchObject({
      verdict: 'no_data',
      counted: 150,
      gap: null,
    });
  });

  it('residents known in part decide where even they are too many', () => {
    const plan = new PlanBuilder()
      .area('A', { county: 'X', residents: 10_000 })
      .area('B', { county: 'X' })
      .facility('f', { county: 'X', landAreaM2: 1000 })
      .build();
    expect(checkOf(unitOf(auditPlan(plan), 'county:X'), 'land_per_person').verdict).toBe('short');
  });

  it('residents of the units table come before those of the areas', () => {
    const plan = new PlanBuilder()
      .unit('county', 'X', { residents: 500 })
      .area('A', { county: 'X', residents: 9 })
      .build();
    expect(checkOf(unitOf(auditPlan(plan), 'county:X'), 'land_per_person').required).toBe(100);
  });

  it('nursing beds: unknown ones decide nothing they cannot change', () => {
    const beds = (fields: { beds?: number; nursingBeds?: number }) =>
      checkOf(
        unitOf(
          auditPlan(
            new PlanBuilder()
              .area('A', { county: 'X' })
              .facility('known', { type: 'institution', county: 'X', beds: 1000, nursingBeds: 700 })
              .facility('other', { type: 'institution', county: 'X', ...fields })
              .build(),
          ),
          'county:X',
        ),
        'nursing_beds',
      );
    expect(beds({ beds: 40 })).toMatchObject({
      verdict: 'short',
      reasons: expect.arrayContaining(['nursing_beds_unknown']) as string[],
    });
    expect(beds({ beds: 400 }).verdict).toBe('no_data');
    expect(beds({ nursingBeds: 100 })).toMatchObject({ verdict: 'short' });
    expect(beds({ nursingBeds: 300 })).toMatchObject({ verdict: 'no_data', required: null });
  });
});

describe('a unit’s floor area', () => {
  it('is a sum, never an average of ratios, and names whom it leaves out', () => {
    const plan = new PlanBuilder()
      .area('A', { county: 'X', households: 1000 })
      .area('B', { county: 'X', households: 3000 })
      .area('C', { county: 'X' })
      .area('village', { county: 'X', households: 900, settlement: 'rural' })
      .facility('f', { floorAreaM2: 600, serves: [{ area: 'A' }] })
      .facility('g', { floorAreaM2: 500, serves: [{ area: 'C' }] })
      .build();
    const check = checkOf(unitOf(auditPlan(plan), 'county:X'), 'floor_area');
    expect(check).toMatchObject({ required: 800, counted: 600, gap: 200, ratio: 15, left_out: ['C'] });
    expect(check.reasons).toContain('areas_left_out');
  });

  it('splits a pool’s space by its members’ need', () => {
    const plan = new PlanBuilder()
      .area('A', { county: 'X', households: 1000, pool: 'P' })
      .area('B', { county: 'Y', households: 3000, pool: 'P' })
      .facility('f', { floorAreaM2: 400, pool: 'P' })
      .build();
    const result = auditPlan(plan);
    expect(checkOf(unitOf(result, 'county:X'), 'floor_area')).toMatchObject({ required: 200, counted: 100 });
    expect(checkOf(unitOf(result, 'county:Y'), 'floor_area')).toMatchObject({ required: 600, counted: 300 });
  });
});
