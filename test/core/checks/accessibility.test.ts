import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalZones, LUO_QI_WEIGHTS, type Decay } from '../../../src/core/access/decay.ts';
import { accessibilitySteps, type AccessibilityQuestion } from '../../../src/core/checks/accessibility.ts';
import { auditWithMemorySteps } from '../../../src/core/checks/audit.ts';
import type { StreetGraph } from '../../../src/core/network/street-graph.ts';
import type { Area, Facility, Plan } from '../../../src/core/plan/plan.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { naiveCatchment } from '../../builders/naive-catchment.ts';
import { PlanBuilder, pointAt } from '../../builders/plan-builder.ts';
import { randomPlan } from '../../builders/random-plan.ts';
import { nantong } from '../../builders/standards.ts';
import { streetGrid } from '../../builders/street-grid.ts';

const RUNS = { numRuns: 200 };

const question: fc.Arbitrary<AccessibilityQuestion> = fc
  .record({
    supply: fc.constantFrom('beds' as const, 'nursing_beds' as const, 'floor_area' as const),
    demand: fc.constantFrom('elders' as const, 'elders_80' as const),
    limitM: fc.constantFrom(300, 750, 1000, 2400),
    decayOf: fc.constantFrom<(limitM: number) => Decay>(
      () => ({ kind: 'none' }),
      (limitM) => equalZones(limitM, LUO_QI_WEIGHTS.slow),
      (limitM) => equalZones(limitM * 0.7, LUO_QI_WEIGHTS.sharp),
      () => ({ kind: 'gaussian' }),
    ),
  })
  .map(({ decayOf, ...asked }) => ({ ...asked, decay: decayOf(asked.limitM) }));

/** Random plans with more of what is shared here: institutions, nursing beds and the oldest. */
const plan = fc
  .tuple(randomPlan, fc.infiniteStream(fc.integer({ min: 0, max: 400 })))
  .map(([random, numbers]): Plan => {
    const next = () => numbers.next().value;
    const areas = [...random.areas.values()].map((area): Area => (next() < 80 ? area : { ...area, elders80: next() }));
    const facilities = [...random.facilities.values()].map((facility): Facility => {
      const { status: _, ...open } = facility;
      const beds = next() < 80 ? open : { ...open, nursingBeds: next(), beds: next() + 400 };
      return next() < 200 ? { ...beds, type: 'institution' } : next() < 300 ? beds : facility;
    });
    return { ...random, areas: mapById(areas), facilities: mapById(facilities) };
  });

function mapById<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function ask(of: Plan, asked: AccessibilityQuestion, streets: StreetGraph | null = null) {
  const input = { plan: of, streets, standard: nantong, asOf: '2026-01-01', version: 't', inputs: [], inputIssues: [] };
  const audit = runSteps(auditWithMemorySteps(input, null));
  const { context, memory } = audit;
  return { context, ...runSteps(accessibilitySteps(context, memory.walks.reach, asked)) };
}

describe.each([
  ['by straight line', null],
  ['along streets', streetGrid],
])('supply against demand %s', (_, streets) => {
  it('shares out exactly what reaches anyone, and names everything else', () => {
    fc.assert(
      fc.property(plan, question, (of, asked) => {
        const { context, accessibility } = ask(of, asked, streets);
        const { access, demand, facilities, facilitiesLeftOut, areasLeftOut, summary } = accessibility;
        let given = 0;
        for (const [a, each] of access.entries()) if (!Number.isNaN(each)) given += each * demand[a]!;
        expect(given).toBeCloseTo(summary.supplyShared, 7);
        const kept = facilitiesLeftOut.filter(({ reason }) => reason !== 'not_open');
        const unshared = kept.reduce((sum, { supply }) => sum + (supply ?? 0), 0);
        expect(summary.supplyShared + unshared).toBeCloseTo(summary.supply, 7);
        const told = [...facilities, ...facilitiesLeftOut].map(({ facility }) => facility);
        const supplies = (facility: Facility) =>
          asked.supply === 'floor_area'
            ? ['station', 'day_care', 'mutual_aid', 'centre'].includes(facility.type) &&
              facility.publicBenefit !== false
            : ['institution', 'county_institution'].includes(facility.type);
        expect(told.toSorted()).toEqual(context.facilities.filter(supplies).map(({ id }) => id));
        const without = context.areas.filter((__, a) => Number.isNaN(access[a]!)).map(({ id }) => id);
        expect(areasLeftOut.map(({ area }) => area)).toEqual(without);
      }),
      RUNS,
    );
  });

  it('is what a comparison of every pair finds', () => {
    fc.assert(
      fc.property(plan, question, (of, asked) => {
        const { reach, accessibility } = ask(of, asked, streets);
        const { start, weight } = reach.origins;
        const rows = accessibility.facilities.map(({ facility }) => {
          const { origin, metres } = reach.rows.get(facility)!;
          return new Map(Array.from(origin, (one, k) => [one, metres[k]!]));
        });
        const homes = Array.from(accessibility.demand, (persons, a) =>
          Array.from({ length: start[a + 1]! - start[a]! }, (__, k) => ({
            persons: Number.isNaN(persons) ? 0 : persons * weight[start[a]! + k]!,
            metres: rows.map((row) => row.get(start[a]! + k) ?? Infinity),
          })),
        ).flat();
        const supply = accessibility.facilities.map((one) => one.supply);
        const naive = naiveCatchment(homes, supply, asked.limitM, asked.decay);
        for (const [i, expected] of naive.entries()) expect(accessibility.originAccess[i]).toBeCloseTo(expected, 9);
      }),
      RUNS,
    );
  });

  it('never lowers anyone by more supply, nor raises anyone by more demand', () => {
    fc.assert(
      fc.property(plan, question, fc.nat(), fc.integer({ min: 1, max: 500 }), (of, asked, pick, more) => {
        const { context, accessibility: before } = ask(of, asked, streets);
        const richer = new Map(of.facilities);
        const facility = [...richer.values()][pick % Math.max(1, richer.size)];
        if (facility) {
          const { beds = 0, nursingBeds = 0, floorAreaM2 = 0 } = facility;
          richer.set(facility.id, {
            ...facility,
            beds: beds + more,
            nursingBeds: nursingBeds + more,
            floorAreaM2: floorAreaM2 + more,
          });
        }
        const { accessibility: supplied } = ask({ ...of, facilities: richer }, asked, streets);
        const area = context.areas[pick % context.areas.length]!;
        const { elders = 0, elders80 = 0 } = area;
        const fuller = new Map(of.areas).set(area.id, { ...area, elders: elders + more, elders80: elders80 + more });
        const { accessibility: crowded } = ask({ ...of, areas: fuller }, asked, streets);
        for (const [a, each] of before.access.entries()) {
          // Where nobody lives nobody is raised: a facility that reached no one reaches the first who come.
          if (!(before.demand[a]! > 0) || Number.isNaN(each)) continue;
          expect(supplied.access[a]).toBeGreaterThanOrEqual(each);
          expect(crowded.access[a]).toBeLessThanOrEqual(each);
        }
      }),
      RUNS,
    );
  });

  it('gives the same over walks measured for the last question', () => {
    fc.assert(
      fc.property(plan, question, question, (of, first, second) => {
        const before = ask(of, first, streets);
        const again = runSteps(accessibilitySteps(before.context, ask(of, first, streets).reach, first));
        expect(again.accessibility).toEqual(before.accessibility);
        const fresh = ask(of, { ...second, limitM: 2400 }, streets);
        const measured = before.context.reach as typeof before.reach;
        const far = runSteps(accessibilitySteps(before.context, measured, { ...first, limitM: 2400 }));
        const kept = runSteps(accessibilitySteps(before.context, measured, { ...second, limitM: 2400 }, far.reach));
        expect(kept.accessibility).toEqual(fresh.accessibility);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is left out of supply against demand', () => {
  const asked: AccessibilityQuestion = { supply: 'beds', demand: 'elders', decay: { kind: 'none' }, limitM: 750 };
  const bedsAt = (east: number, fields: Partial<Facility> = {}) =>
    ({ type: 'institution', beds: 10, geometry: pointAt(east), ...fields }) as const;

  it('is named with its reason', () => {
    const { accessibility } = ask(
      new PlanBuilder()
        .area('A', { elders: 200, geometry: pointAt(0) })
        .area('B', { geometry: pointAt(4000) })
        .area('C', { elders: 50 })
        .facility('a', bedsAt(100))
        .facility('b', bedsAt(100, { status: 'building' }))
        .facility('c', { type: 'institution', geometry: pointAt(0) })
        .facility('d', { type: 'county_institution', beds: 7 })
        .facility('e', bedsAt(9000))
        .facility('f', bedsAt(4100))
        .facility('g', { type: 'station', beds: 3, geometry: pointAt(0) })
        .facility('h', bedsAt(100, { validTo: '2025-12-31' }))
        .build(),
      asked,
    );
    expect(accessibility.facilities).toEqual([{ facility: 'a', supply: 10, persons: 200, ratio: 0.05 }]);
    expect(accessibility.facilitiesLeftOut).toEqual([
      { facility: 'b', supply: 10, reason: 'not_open' },
      { facility: 'c', supply: null, reason: 'supply_unknown' },
      { facility: 'd', supply: 7, reason: 'not_located' },
      { facility: 'e', supply: 10, reason: 'reaches_nobody' },
      { facility: 'f', supply: 10, reason: 'reaches_unknown_demand' },
      { facility: 'h', supply: 10, reason: 'not_open' },
    ]);
    expect(accessibility.areasLeftOut).toEqual([
      { area: 'B', demand: null, reason: 'demand_unknown' },
      { area: 'C', demand: 50, reason: 'not_located' },
    ]);
    expect(accessibility.summary).toEqual({
      supply: 37,
      supplyShared: 10,
      demand: 250,
      demandLocated: 200,
      demandUnserved: 0,
    });
  });

  it('asks beyond the circle that the audit measured', () => {
    const far = new PlanBuilder()
      .area('A', { elders: 200, geometry: pointAt(0) })
      .facility('a', bedsAt(3000))
      .build();
    expect(ask(far, { ...asked, limitM: 5000 }).accessibility.access[0]).toBe(0.05);
    expect(ask(far, asked).accessibility.summary).toMatchObject({ supplyShared: 0, demandUnserved: 200 });
  });
});
