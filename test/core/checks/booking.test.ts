import { describe, expect, it } from 'vitest';
import type { Facility, Plan } from '../../../src/core/plan/plan.ts';
import { areaOf, auditPlan, checkOf } from '../../builders/audit-plan.ts';
import { PlanBuilder, pointAt, squareAt } from '../../builders/plan-builder.ts';

/** Where a facility's floor area went: [area, m², how] of its parts, and what is unbooked. */
function bookingOf(plan: Plan, facility = 'f') {
  const result = auditPlan(plan);
  const parts = result.areas.flatMap((area) =>
    checkOf(area, 'floor_area')
      .parts.filter((part) => part.facility === facility)
      .map(({ m2, how }) => [area.id, m2, how]),
  );
  const unbooked = result.unbooked.filter((one) => one.facility === facility).map(({ m2, reason }) => [m2, reason]);
  return { parts, unbooked, issues: result.issues.map(({ code }) => code) };
}

const built = { class: 'built', households: 1000 } as const;

describe('floor area is booked to the areas it names', () => {
  it('a name that is unknown is dropped, and the rest takes everything', () => {
    const plan = new PlanBuilder()
      .area('A', built)
      .facility('f', { floorAreaM2: 90, serves: [{ area: 'Z' }, { area: 'A' }] })
      .build();
    expect(bookingOf(plan)).toMatchObject({ parts: [['A', 90, 'serves']], unbooked: [] });
    expect(bookingOf(plan).issues).toContain('serves_unknown_area');
  });

  it('names of nothing known leave it unbooked, even where a pool or an estate would take it', () => {
    const plan = new PlanBuilder()
      .area('A', { ...built, class: 'new', pool: 'P', geometry: squareAt(0, 0, 200) })
      .facility('f', { floorAreaM2: 90, serves: [{ area: 'Z' }], pool: 'P', geometry: pointAt(100, 100) })
      .build();
    expect(bookingOf(plan)).toMatchObject({ parts: [], unbooked: [[90, 'serves_unknown_area']] });
  });

  it('stated m² of rooms whose whole is unknown are booked, and say so', () => {
    const plan = new PlanBuilder()
      .area('A', built)
      .facility('f', { serves: [{ area: 'A', m2: 210 }] })
      .build();
    const check = checkOf(areaOf(auditPlan(plan), 'A'), 'floor_area');
    expect(check).toMatchObject({ verdict: 'met', counted: 210 });
    expect(check.reasons).toContain('floor_area_unknown');
  });

  it('a group with unknown households is given no figure, and none of it is judged as if it had got nothing', () => {
    const serves = [{ area: 'A' }, { area: 'B' }];
    const plan = new PlanBuilder().area('A', built).area('B').facility('f', { floorAreaM2: 300, serves }).build();
    expect(bookingOf(plan)).toMatchObject({ unbooked: [[300, 'households_unknown']] });
    expect(checkOf(areaOf(auditPlan(plan), 'A'), 'floor_area')).toMatchObject({ verdict: 'no_data', counted: 0 });
  });

  it('but where all of it would not be enough, the area is short', () => {
    const serves = [{ area: 'A' }, { area: 'B' }];
    const plan = new PlanBuilder().area('A', built).area('B').facility('f', { floorAreaM2: 150, serves }).build();
    expect(checkOf(areaOf(auditPlan(plan), 'A'), 'floor_area').verdict).toBe('short');
  });

  it('a group of no households at all takes nothing', () => {
    const serves = [{ area: 'A' }, { area: 'B' }];
    const plan = new PlanBuilder()
      .area('A', { households: 0 })
      .area('B', { households: 0 })
      .facility('f', { floorAreaM2: 300, serves })
      .build();
    expect(bookingOf(plan)).toMatchObject({ parts: [], unbooked: [[300, 'households_unknown']] });
  });
});

describe('floor area belongs to the estate it stands in', () => {
  const inside = (fields: Partial<Facility>, area: 'new' | 'built') =>
    new PlanBuilder()
      .area('A', { class: area, households: 900, geometry: squareAt(0, 0, 300) })
      .area('B', { ...built, geometry: squareAt(350, 0, 300) })
      .facility('f', { floorAreaM2: 300, geometry: pointAt(150, 150), ...fields })
      .build();

  it('when it was built with housing', () => {
    expect(bookingOf(inside({ acquisition: 'built_with_housing' }, 'built')).parts).toEqual([['A', 300, 'contains']]);
  });

  it('when the estate is new, however the rooms were come by', () => {
    expect(bookingOf(inside({ acquisition: 'lease' }, 'new')).parts).toEqual([['A', 300, 'contains']]);
  });

  it('but rented rooms in the old quarter are shared by the circle', () => {
    expect(bookingOf(inside({ acquisition: 'lease' }, 'built')).parts.map(([area, , how]) => [area, how])).toEqual([
      ['A', 'shared'],
      ['B', 'shared'],
    ]);
  });

  it('an estate that is only a point is assumed within 100 m, and no further', () => {
    const near = (metres: number) =>
      new PlanBuilder()
        .area('A', { class: 'new', households: 900, geometry: pointAt(0) })
        .area('B', { ...built, geometry: pointAt(400) })
        .facility('f', { floorAreaM2: 300, acquisition: 'built_with_housing', geometry: pointAt(metres) })
        .build();
    expect(bookingOf(near(99)).parts).toEqual([['A', 300, 'contains']]);
    expect(checkOf(areaOf(auditPlan(near(99)), 'A'), 'floor_area').reasons).toContain('assumed_by_distance');
    expect(bookingOf(near(101))).toMatchObject({ parts: [], unbooked: [[300, 'estate_unknown']] });
  });
});

describe('floor area that belongs to nobody is shared within the circle', () => {
  it('by households × the share of origins that walks there; new and rural areas take no part', () => {
    const plan = new PlanBuilder()
      .area('near', { class: 'built', households: 600, geometry: pointAt(0) })
      .area('unknown', { class: 'unknown', households: 200, geometry: pointAt(100) })
      .area('new', { class: 'new', households: 900, geometry: pointAt(50, 200) })
      .area('rural', { ...built, settlement: 'rural', geometry: pointAt(50) })
      .area('far', { ...built, geometry: pointAt(5000) })
      .facility('f', { floorAreaM2: 200, geometry: pointAt(50, 50) })
      .build();
    expect(bookingOf(plan).parts).toEqual([
      ['near', 150, 'shared'],
      ['unknown', 50, 'shared'],
    ]);
  });

  it('and counts for an area of unknown class only where it is read as built', () => {
    const plan = new PlanBuilder()
      .area('A', { class: 'unknown', households: 1000, geometry: pointAt(0) })
      .facility('f', { floorAreaM2: 400, geometry: pointAt(50) })
      .build();
    const check = checkOf(areaOf(auditPlan(plan), 'A'), 'floor_area');
    expect(check.verdict).toBe('depends_on_class');
    expect(check.by_class).toMatchObject({
      new: { verdict: 'short', counted: 0, gap: 300 },
      built: { verdict: 'met', counted: 400 },
    });
  });

  it('where nobody walks there it books nowhere', () => {
    const plan = new PlanBuilder()
      .area('A', { ...built, geometry: pointAt(0) })
      .facility('f', { floorAreaM2: 120, geometry: pointAt(4000) })
      .facility('lost', { floorAreaM2: 80 })
      .build();
    expect(bookingOf(plan)).toMatchObject({ parts: [], unbooked: [[120, 'books_nowhere']] });
    expect(bookingOf(plan, 'lost')).toMatchObject({ parts: [], unbooked: [[80, 'books_nowhere']] });
  });
});

describe('what is unbooked', () => {
  it('is listed for space that is open or on the way, and for no other', () => {
    const plan = new PlanBuilder()
      .area('A', { ...built, geometry: pointAt(0) })
      .facility('open', { floorAreaM2: 1, geometry: pointAt(4000) })
      .facility('planned', { floorAreaM2: 2, status: 'planned', geometry: pointAt(4000) })
      .facility('closed', { floorAreaM2: 3, status: 'closed', geometry: pointAt(4000) })
      .facility('private', { floorAreaM2: 4, publicBenefit: false, geometry: pointAt(4000) })
      .facility('institution', { floorAreaM2: 5, type: 'institution', geometry: pointAt(4000) })
      .build();
    expect(auditPlan(plan).unbooked.map(({ facility }) => facility)).toEqual(['open', 'planned']);
  });
});
