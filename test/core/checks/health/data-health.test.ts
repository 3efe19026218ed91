import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditWithMemorySteps, completeResultSteps } from '../../../../src/core/checks/audit.ts';
import { dataHealthSteps, type DataHealth } from '../../../../src/core/checks/health/data-health.ts';
import { AREA_CHECKS, type AuditResult, type CheckId } from '../../../../src/core/checks/result.ts';
import type { Plan } from '../../../../src/core/plan/plan.ts';
import { runSteps } from '../../../../src/core/progress.ts';
import { PlanBuilder, pointAt, squareAt } from '../../../builders/plan-builder.ts';
import { randomPlan } from '../../../builders/random-plan.ts';
import { nantong } from '../../../builders/standards.ts';

const RUNS = { numRuns: 300 };

function healthOf(plan: Plan): { health: DataHealth; result: AuditResult } {
  const input = { plan, streets: null, standard: nantong, asOf: '2026-01-01', version: 'test', inputs: [] };
  const audit = runSteps(auditWithMemorySteps({ ...input, inputIssues: [] }, null));
  return { health: runSteps(dataHealthSteps(audit, plan)), result: runSteps(completeResultSteps(audit)) };
}

describe('the data health of any plan', () => {
  it("names exactly the areas that the audit could not judge, check by check and by the audit's own reasons", () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const { health, result } = healthOf(plan);
        for (const check of AREA_CHECKS) {
          const checks = result.areas.flatMap((area) =>
            area.checks.filter((one) => one.check === check).map((one) => ({ id: area.id, ...one })),
          );
          const rows = health.undecided.filter((row) => row.on === 'area' && row.check === check);
          for (const verdict of ['no_data', 'depends_on_class'] as const) {
            const named = new Set(rows.filter((row) => row.verdict === verdict).flatMap((row) => row.subjects));
            expect([...named].sort()).toEqual(checks.filter((one) => one.verdict === verdict).map(({ id }) => id));
          }
          for (const { verdict, missing, subjects } of rows) {
            const because = checks.filter((one) => one.verdict === verdict && one.reasons.includes(missing));
            expect(subjects).toEqual(because.map(({ id }) => id));
          }
        }
      }),
      RUNS,
    );
  });

  it('names exactly the units that could not be judged, each with what it lacks', () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const { health, result } = healthOf(plan);
        const keyed = (check: CheckId, level: string, path: string) => [check, level, path].join();
        const named = health.undecided.flatMap(({ on, check, subjects }) =>
          on === 'area' ? [] : subjects.map((path) => keyed(check, on, path)),
        );
        const open = result.units.flatMap(({ level, path, checks }) =>
          checks
            .filter(({ verdict }) => verdict === 'no_data' || verdict === 'depends_on_class')
            .map(({ check }) => keyed(check, level, path)),
        );
        expect([...new Set(named)].sort()).toEqual(open.sort());
      }),
      RUNS,
    );
  });

  it("counts what is taken for granted as the audit's summary and issues do", () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const { health, result } = healthOf(plan);
        const concerned = (code: string) => health.caveats.find((one) => one.code === code)?.ids ?? [];
        expect(concerned('status_blank')).toHaveLength(result.summary.status_blank);
        expect(concerned('elders_blank')).toHaveLength(result.summary.areas_without_elders);
        const lost = result.issues.filter(({ code }) => code === 'facility_not_located');
        expect(concerned('facility_not_located')).toEqual(lost.map(({ where }) => where.id));
        for (const caveat of health.caveats) expect(caveat.ids.length).toBeLessThanOrEqual(caveat.of);
      }),
      RUNS,
    );
  });

  it('splits floor area into evidenced and claimed without losing any, by type as in sum', () => {
    fc.assert(
      fc.property(randomPlan, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (plan, vouched) => {
        const facilities = [...plan.facilities.values()].map((facility, i) =>
          vouched[i] ? { ...facility, status: 'open' as const, evidence: '产权证' } : facility,
        );
        const { health } = healthOf({ ...plan, facilities: new Map(facilities.map((one) => [one.id, one])) });
        const { total, byType } = health.evidence;
        for (const key of ['facilities', 'evidencedM2', 'claimedM2', 'areaBlank'] as const) {
          expect(byType.reduce((sum, row) => sum + row[key], 0)).toBe(total[key]);
        }
        expect(byType.flatMap(({ without }) => without).sort()).toEqual([...total.without].sort());
      }),
      RUNS,
    );
  });
});

describe('a plan with known gaps', () => {
  const plan = new PlanBuilder()
    .area('A', { households: 1000, elders: 200, residents: 2500, geometry: squareAt(0, 0, 200), county: '海滨区' })
    .area('B', { elders: 100, geometry: pointAt(300), county: '海滨区' })
    .area('C', { households: 500 })
    .facility('f', { floorAreaM2: 200, serves: [{ area: 'A' }], geometry: pointAt(100), evidence: '租赁合同' })
    .facility('g', { status: undefined, geometry: pointAt(200), floorAreaM2: 90 })
    .facility('h', { type: 'meal' })
    .build();
  const { health } = healthOf(plan);

  it('says which areas each gap keeps from being judged', () => {
    expect(health.undecided.filter(({ on }) => on === 'area')).toEqual([
      { on: 'area', check: 'floor_area', verdict: 'no_data', missing: 'households_unknown', subjects: ['B'] },
      { on: 'area', check: 'land_per_person', verdict: 'no_data', missing: 'no_geometry', subjects: ['C'] },
      { on: 'area', check: 'land_per_person', verdict: 'no_data', missing: 'residents_unknown', subjects: ['B', 'C'] },
      { on: 'area', check: 'land_per_person', verdict: 'no_data', missing: 'land_area_unknown', subjects: ['A'] },
      { on: 'area', check: 'walk_circle', verdict: 'no_data', missing: 'no_geometry', subjects: ['C'] },
    ]);
  });

  it('says what is blank, of those that the column is asked of', () => {
    const column = (table: string, name: string) =>
      health.tables.find((one) => one.table === table)?.columns.find((one) => one.column === name);
    expect(column('areas', 'households')).toEqual({
      column: 'households',
      checks: ['floor_area'],
      asked: 3,
      missing: ['B'],
    });
    expect(column('areas', 'condition_date')).toBeUndefined();
    expect(column('facilities', 'floor_area')).toMatchObject({ asked: 2, missing: [] });
    expect(column('facilities', 'land_area')).toMatchObject({ asked: 2, missing: ['f', 'g'] });
    expect(column('facilities', 'evidence')).toMatchObject({ asked: 3, missing: ['g', 'h'] });
  });

  it('says what is taken for granted', () => {
    const concerned = Object.fromEntries(health.caveats.map(({ code, ids }) => [code, ids]));
    expect(concerned).toEqual({
      straight_line: ['A', 'B'],
      spread_evenly: ['A'],
      point_areas: ['B'],
      elders_blank: ['C'],
      status_blank: ['g'],
      opening_date_blank: ['f', 'g'],
      facility_not_located: ['h'],
      county_unknown: ['C'],
      subdistrict_unknown: ['A', 'B', 'C'],
      community_unknown: ['A', 'B', 'C'],
    });
  });

  it('tells evidenced from claimed floor area', () => {
    expect(health.evidence.total).toEqual({
      facilities: 3,
      without: ['g', 'h'],
      evidencedM2: 200,
      claimedM2: 90,
      areaBlank: 1,
    });
    expect(health.evidence.byType.map(({ type }) => type)).toEqual(['station', 'meal']);
  });
});
