import fc from 'fast-check';
import { expect, it } from 'vitest';
import { auditWithMemorySteps } from '../../../src/core/checks/audit.ts';
import { AREA_CHECKS } from '../../../src/core/checks/result.ts';
import { leasesSteps } from '../../../src/core/outlook/leases.ts';
import type { Plan } from '../../../src/core/plan/plan.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { areaOf, auditPlan } from '../../builders/audit-plan.ts';
import { PlanBuilder } from '../../builders/plan-builder.ts';
import { randomPlan } from '../../builders/random-plan.ts';
import { nantong } from '../../builders/standards.ts';

const AS_OF = '2026-01-01';

function leases(plan: Plan, asOf = AS_OF) {
  const input = { plan, streets: null, standard: nantong, asOf, version: 'test', inputs: [], inputIssues: [] };
  return runSteps(leasesSteps(input, runSteps(auditWithMemorySteps(input, null))));
}

it('names what ends within 6, 12 and 24 months, who turns short, and by when to renew', () => {
  const plan = new PlanBuilder()
    .area('A', { households: 1000 })
    .area('B', { households: 1000 })
    .facility('lease', { floorAreaM2: 150, serves: [{ area: 'A' }], acquisition: 'lease', validTo: '2026-06-30' })
    .facility('own', { floorAreaM2: 50, serves: [{ area: 'A' }], validTo: '2026-10-31' })
    .facility('spare', { floorAreaM2: 100, serves: [{ area: 'B' }], validTo: '2027-12-31' })
    .facility('enough', { floorAreaM2: 200, serves: [{ area: 'B' }] })
    .facility('closed', { status: 'closed', validTo: '2026-02-01' })
    .build();
  expect(leases(plan)).toMatchObject([
    {
      months: 6,
      date: '2026-07-01',
      ending: ['lease'],
      turns: [{ area: 'A', check: 'floor_area', gap: 150, ended: ['lease'], renewBy: '2026-06-30' }],
    },
    { months: 12, date: '2027-01-01', ending: ['lease', 'own'], turns: [{ area: 'A', gap: 200 }] },
    { months: 24, date: '2028-01-01', ending: ['lease', 'own', 'spare'], turns: [{ area: 'A', gap: 200 }] },
  ]);
});

it('counts a last day that is the date itself', () => {
  const plan = new PlanBuilder().facility('f', { validTo: '2026-07-01' }).build();
  expect(leases(plan).map(({ ending }) => ending)).toEqual([[], ['f'], ['f']]);
});

it('agrees with an audit of the date', () => {
  fc.assert(
    fc.property(randomPlan, (plan) => {
      const today = auditPlan(plan, AS_OF);
      for (const { date, turns } of leases(plan)) {
        const then = auditPlan(plan, date);
        const expected = then.areas.flatMap(({ id, checks }) =>
          checks
            .filter(({ check, verdict }) => {
              const before = areaOf(today, id).checks.find((one) => one.check === check);
              return before?.verdict === 'met' && (verdict === 'short' || verdict === 'met_if_built');
            })
            .map(({ check, gap }) => ({ area: id, check, gap })),
        );
        const order = ({ area, check }: { area: string; check: string }) => `${area} ${check}`;
        const found = turns.map(({ area, check, gap }) => ({ area, check, gap }));
        const carried = expected.filter(({ check }) => (AREA_CHECKS as readonly string[]).includes(check));
        const byOrder = <T extends { area: string; check: string }>(some: T[]): T[] =>
          some.toSorted((a, b) => order(a).localeCompare(order(b)));
        expect(byOrder(found)).toEqual(byOrder(carried));
      }
    }),
    { numRuns: 60 },
  );
});
