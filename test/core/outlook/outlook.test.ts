import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditWithMemorySteps, type Audit, type AuditInput } from '../../../src/core/checks/audit.ts';
import { VERDICTS } from '../../../src/core/checks/result.ts';
import { outlookSteps } from '../../../src/core/outlook/outlook.ts';
import { planInYear } from '../../../src/core/outlook/plan-in-year.ts';
import type { Growth, Plan } from '../../../src/core/plan/plan.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { auditPlan, areaOf, checkOf } from '../../builders/audit-plan.ts';
import { PlanBuilder, pointAt, squareAt } from '../../builders/plan-builder.ts';
import { randomPlan } from '../../builders/random-plan.ts';
import { nantong } from '../../builders/standards.ts';

const AS_OF = '2026-06-30';

function auditOf(plan: Plan, asOf = AS_OF): { input: AuditInput; audit: Audit } {
  const input = { plan, streets: null, standard: nantong, asOf, version: 'test', inputs: [], inputIssues: [] };
  return { input, audit: runSteps(auditWithMemorySteps(input, null)) };
}

function look(plan: Plan, until: number) {
  const { input, audit } = auditOf(plan);
  return runSteps(outlookSteps(input, audit, { until }));
}

const withGrowth = (plan: Plan, ...growth: Growth[]): Plan => ({
  ...plan,
  growth: new Map(growth.map((one) => [one.id, one])),
});

describe('the years ahead', () => {
  it('are those of an audit from nothing of the plan of each year', () => {
    fc.assert(
      fc.property(randomPlan, fc.double({ min: 0, max: 0.1, noNaN: true }), (base, rate) => {
        const plan = withGrowth(base, { id: 'all', households: rate, residents: rate, elders: rate });
        const { years } = look(plan, 2029);
        for (const { year, asOf, areasShort, areasMetIfBuilt, floorGapM2, eldersUncovered } of years.slice(1)) {
          const then = planInYear(plan, { year: year!, baseYear: 2026, unitsOf: () => [] }).plan;
          const { columns, result } = auditOf(then, asOf).audit;
          const failing = [...columns.verdict].filter((code) => ['short', 'met_if_built'].includes(VERDICTS[code]!));
          expect(areasShort + areasMetIfBuilt).toBe(failing.length);
          expect(floorGapM2).toBe(result.summary.floor_gap_m2);
          const uncovered = columns.eldersUncovered.filter((persons) => !Number.isNaN(persons));
          expect(eldersUncovered).toBe(uncovered.reduce((sum, persons) => sum + persons, 0));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('without assumptions differ from today by their dates alone', () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const facilities = new Map(
          [...plan.facilities].filter(([, { validFrom, validTo }]) => validFrom === undefined && validTo === undefined),
        );
        const [today, ...ahead] = look({ ...plan, facilities }, 2035).years;
        expect(ahead.map(({ year }) => year)).toEqual([2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035]);
        for (const { year: _, asOf: __, ...figures } of ahead) expect(today).toMatchObject(figures);
      }),
      { numRuns: 40 },
    );
  });

  it('never let more households meet what fewer did not: floor area', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 900 }), (households, m2) => {
        const plan = new PlanBuilder()
          .area('A', { households })
          .facility('f', { floorAreaM2: m2, serves: [{ area: 'A' }] })
          .build();
        const { years } = look(withGrowth(plan, { id: 'all', households: 0.05 }), 2032);
        const short = years.map(({ areasShort }) => areasShort);
        expect(short).toEqual(short.toSorted((a, b) => a - b));
      }),
    );
  });

  it('name the year in which an area turns short, worked by hand, and the unit whose rate counts', () => {
    // 20 m² a hundred households; 220 m² serve 1 100 of them: 1 000 × 1.05² = 1 102.5.
    const plan = new PlanBuilder()
      .area('A', { households: 1000, subdistrict: '甲' })
      .area('B', { households: 1000, subdistrict: '乙' })
      .facility('f', { floorAreaM2: 220, serves: [{ area: 'A' }] })
      .facility('g', { floorAreaM2: 220, serves: [{ area: 'B' }] })
      .build();
    const { turns } = look(withGrowth(plan, { id: 'unit/甲', households: 0.05 }), 2030);
    expect(turns).toHaveLength(1);
    expect(turns[0]).toMatchObject({ area: 'A', check: 'floor_area', year: 2028, verdict: 'short', metAgain: null });
    expect(turns[0]!.first.gap).toBeCloseTo(0.5, 9);
  });

  it('say when it passes again', () => {
    const plan = new PlanBuilder()
      .area('A', { households: 1000 })
      .facility('f', { floorAreaM2: 200, serves: [{ area: 'A' }], validTo: '2027-12-30' })
      .facility('g', { floorAreaM2: 200, serves: [{ area: 'A' }], status: 'planned', validFrom: '2029-05-01' })
      .build();
    expect(look(plan, 2030).turns).toMatchObject([{ area: 'A', year: 2027, verdict: 'met_if_built', metAgain: 2029 }]);
  });

  it('count a facility that opens later as coming until then, on the map as in the sums', () => {
    const plan = new PlanBuilder()
      .area('A', { households: 100, elders: 50, geometry: squareAt(0, 0, 100) })
      .facility('g', { status: 'building', floorAreaM2: 200, validFrom: '2028-01-01', geometry: pointAt(50, 50) })
      .build();
    const { years } = look(plan, 2028);
    expect(years.map(({ eldersUncovered }) => eldersUncovered)).toEqual([50, 50, 50, 0]);
    expect(checkOf(areaOf(auditPlan(plan, AS_OF), 'A'), 'walk_circle').verdict).toBe('met_if_built');
  });
});
