import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planInYear } from '../../../src/core/outlook/plan-in-year.ts';
import type { Area, Facility, Growth, Measure, Plan, PlannedHousing } from '../../../src/core/plan/plan.ts';
import { PlanBuilder } from '../../builders/plan-builder.ts';
import { randomPlan } from '../../builders/random-plan.ts';

const BASE = 2026;
const inYear = (plan: Plan, year: number) => planInYear(plan, { year, baseYear: BASE, unitsOf: () => [] });

interface Assumed {
  readonly growth?: readonly Growth[];
  readonly housing?: readonly Omit<PlannedHousing, 'id'>[];
  readonly measures?: readonly Omit<Measure, 'id'>[];
}

function assuming(plan: Plan, { growth = [], housing = [], measures = [] }: Assumed): Plan {
  return {
    ...plan,
    growth: new Map(growth.map((one) => [one.id, one])),
    housing: new Map(housing.map((one) => [`${one.area}@${one.year}`, { ...one, id: `${one.area}@${one.year}` }])),
    measures: new Map(
      measures.map((one) => {
        const id = `${one.subject.kind}/${one.subject.id}`;
        return [id, { ...one, id }];
      }),
    ),
  };
}

function areaThen(fields: Partial<Area>, assumed: Assumed, year: number) {
  const { plan, notes } = inYear(assuming(new PlanBuilder().area('A', fields).build(), assumed), year);
  return { area: plan.areas.get('A')!, codes: notes.map(({ code }) => code) };
}

describe('without assumptions', () => {
  it('a plan stays as it is, to the very records', () => {
    fc.assert(
      fc.property(randomPlan, fc.integer({ min: BASE, max: 2040 }), (plan, year) => {
        // Random facilities under way may state a first day: that is a date, not an assumption.
        const facilities = new Map([...plan.facilities].filter(([, { validFrom }]) => validFrom === undefined));
        const then = inYear({ ...plan, facilities }, year);
        expect(then.plan.areas).toBe(plan.areas);
        expect(then.plan.facilities).toBe(facilities);
      }),
    );
  });
});

describe('a rate', () => {
  it('r over n years multiplies by (1 + r)^n', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.2, max: 0.2, noNaN: true }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 5000 }),
        (rate, years, count) => {
          const growth = [{ id: 'all', households: rate, residents: rate, elders: rate }];
          const counts = { households: count, residents: count, elders: count };
          const { area } = areaThen(counts, { growth }, BASE + years);
          for (const figure of ['households', 'residents', 'elders'] as const) {
            expect(area[figure]).toBeCloseTo(count * (1 + rate) ** years, 6);
          }
        },
      ),
    );
  });

  it('leaves what is unknown unknown, and says so', () => {
    const { area, codes } = areaThen(
      { households: 10 },
      { growth: [{ id: 'all', residents: 0.1, elders: 0.1 }] },
      2030,
    );
    expect(area).not.toHaveProperty('residents');
    expect(area).not.toHaveProperty('elders');
    expect(codes).toEqual(['residents_unknown', 'elders_unknown']);
  });

  it('that concerns no area is named', () => {
    const { notes } = inYear(assuming(new PlanBuilder().area('A').build(), { growth: [{ id: 'area/gone' }] }), 2030);
    expect(notes).toEqual([{ code: 'growth_nowhere', ids: ['area/gone'] }]);
  });
});

describe('planned housing', () => {
  const housing = [{ area: 'A', year: 2028, households: 100 }];
  const counts = { households: 200, residents: 500, elders: 125 };

  it('brings households, residents and elders as the area has them, from its year on', () => {
    expect(areaThen(counts, { housing }, 2027).area).toMatchObject(counts);
    expect(areaThen(counts, { housing }, 2028).area).toMatchObject({ households: 300, residents: 750, elders: 187.5 });
  });

  it('grows from the year after', () => {
    const growth = [{ id: 'all', households: 0.1 }];
    const { area } = areaThen(counts, { housing, growth }, 2029);
    expect(area.households).toBeCloseTo(200 * 1.1 ** 3 + 100 * 1.1, 9);
  });

  it('leaves residents unknown where nothing tells the size of a household', () => {
    const { area, codes } = areaThen({ households: 0, residents: 0, elders: 0 }, { housing }, 2030);
    expect(area).toMatchObject({ households: 100 });
    expect(area).not.toHaveProperty('residents');
    expect(codes).toEqual(['persons_per_household_unknown', 'elder_share_unknown']);
  });

  it('takes the size of a household from the setting where the area does not tell it', () => {
    const plan = new PlanBuilder()
      .area('A', { households: 0, residents: 0 })
      .set({ persons_per_household: 2.5 })
      .build();
    expect(inYear(assuming(plan, { housing }), 2030).plan.areas.get('A')).toMatchObject({ residents: 250 });
  });

  it('of a year gone by, or of no area, is not added but named', () => {
    const old = [
      { area: 'A', year: 2025, households: 100 },
      { area: 'gone', year: 2028, households: 100 },
    ];
    const { area, codes } = areaThen(counts, { housing: old }, 2030);
    expect(area).toMatchObject(counts);
    expect(codes).toEqual(['housing_past', 'housing_nowhere']);
  });
});

describe('elders of five-year age bands', () => {
  const ageBands = [
    { from: 55, to: 59, persons: 50 },
    { from: 60, to: 64, persons: 40 },
    { from: 65, to: null, persons: 60 },
  ];
  const counts = { elders: 100, ageBands };

  it('are those who come of age and those who live on', () => {
    expect(areaThen(counts, {}, 2031).area.elders).toBe(150);
    const growth = [{ id: 'all', survival: { 55: 0.9, 60: 0.8, 65: 0.5 } }];
    expect(areaThen(counts, { growth }, 2031).area.elders).toBe(45 + 32 + 30);
  });

  it('stay, or grow by the rate, once the bands do not tell who comes of age', () => {
    const { area, codes } = areaThen(counts, {}, 2035);
    expect(area.elders).toBe(150);
    expect(codes).toEqual(['entrants_unknown']);
    const growth = [{ id: 'all', elders: 0.1 }];
    expect(areaThen(counts, { growth }, 2033).area.elders).toBeCloseTo(150 * 1.1 ** 2, 9);
  });

  it('give way to a rate of the very area', () => {
    const growth = [{ id: 'area/A', elders: 0 }];
    expect(areaThen(counts, { growth }, 2031).area.elders).toBe(100);
  });

  it('do not outlive a change: bands and the oldest of today are not those of then', () => {
    const { area } = areaThen({ ...counts, elders80: 5 }, {}, 2031);
    expect(area).not.toHaveProperty('ageBands');
    expect(area).not.toHaveProperty('elders80');
  });
});

describe('a facility that is planned', () => {
  function facilityThen(fields: Partial<Facility>, measure: Omit<Measure, 'id' | 'subject'> | null, year: number) {
    const subject = { kind: 'facility', id: 'f' } as const;
    const built = new PlanBuilder().facility('f', { status: 'planned', ...fields }).build();
    const { plan, notes } = inYear(assuming(built, { measures: measure ? [{ subject, ...measure }] : [] }), year);
    return { facility: plan.facilities.get('f')!, codes: notes.map(({ code }) => code) };
  }

  it.each([
    ['in the year of its measure', {}, { year: 2028 }, 2028, '2028-12-31'],
    ['not before', {}, { year: 2028 }, 2027, null],
    ['when it is handed over', {}, { stages: { handed_over: { facility: '2028-05-01' } } }, 2028, '2028-05-01'],
    ['on its own first day', { validFrom: '2027-03-01' }, null, 2027, '2027-03-01'],
    ['whose year is past', {}, { year: 2024 }, 2030, null],
    ['of which nothing says when', {}, null, 2030, null],
  ] as const)('opens %s', (_, fields, measure, year, from) => {
    const { facility } = facilityThen(fields, measure, year);
    if (from === null) expect(facility.status).toBe('planned');
    else expect(facility).toMatchObject({ status: 'open', validFrom: from });
  });

  it('and does not open is named', () => {
    expect(facilityThen({}, null, 2030).codes).toEqual(['opening_unknown']);
    expect(facilityThen({}, { year: 2024 }, 2030).codes).toEqual(['measure_past']);
  });
});
