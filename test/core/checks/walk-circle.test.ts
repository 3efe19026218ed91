import { describe, expect, it } from 'vitest';
import { greatCircleMetres } from '../../../src/core/geo/distance.ts';
import { areaOf, auditPlan, checkOf, unitOf } from '../../builders/audit-plan.ts';
import { metresAway, PlanBuilder, pointAt, squareAt } from '../../builders/plan-builder.ts';

/** 15 minutes at 3 km/h, as the crow flies. */
const CIRCLE_M = 750 / 1.3;

describe('the service circle', () => {
  it('asks all of a point area: the limit itself is inside', () => {
    const at = (metres: number) =>
      new PlanBuilder()
        .area('A', { elders: 40, geometry: pointAt(0) })
        .facility('f', { geometry: pointAt(0, metres) })
        .build();
    const inside = areaOf(auditPlan(at(CIRCLE_M)), 'A');
    expect(checkOf(inside, 'walk_circle')).toMatchObject({ verdict: 'met', required: 1, counted: 1, gap: 0 });
    expect(inside.nearest).toMatchObject({ facility: 'f', minutes: expect.closeTo(15, 6) as number });
    expect(inside.elders_uncovered).toBe(0);
    const outside = areaOf(auditPlan(at(CIRCLE_M + 1)), 'A');
    expect(checkOf(outside, 'walk_circle')).toMatchObject({ verdict: 'short', counted: 0 });
    expect(checkOf(outside, 'walk_circle').reasons).toContain('none');
    expect(outside).toMatchObject({ nearest: null, elders_uncovered: 40 });
  });

  it('weighs cells by elders: 94 of 100 inside is not 95 %', () => {
    const plan = (inside: number) =>
      new PlanBuilder()
        .area('A', { elders: 200, geometry: squareAt(0, 0, 2000) })
        .cells([100, 100, inside], [1900, 1900, 100 - inside])
        .facility('f', { geometry: pointAt(100, 100) })
        .build();
    const short = areaOf(auditPlan(plan(94)), 'A');
    expect(checkOf(short, 'walk_circle')).toMatchObject({ verdict: 'short', required: 0.95, counted: 0.94 });
    expect(checkOf(short, 'walk_circle').reasons).toContain('partial');
    expect(short.elders_uncovered).toBeCloseTo(12, 9);
    expect(checkOf(areaOf(auditPlan(plan(95)), 'A'), 'walk_circle').verdict).toBe('met');
  });

  it('says elders uncovered are unknown where elders are', () => {
    const plan = new PlanBuilder().area('A', { geometry: pointAt(0) }).build();
    expect(areaOf(auditPlan(plan), 'A').elders_uncovered).toBeNull();
  });

  it('cannot be judged without a place', () => {
    const plan = new PlanBuilder()
      .area('A')
      .facility('f', { geometry: pointAt(0) })
      .build();
    expect(checkOf(areaOf(auditPlan(plan), 'A'), 'walk_circle')).toMatchObject({ verdict: 'no_data', counted: null });
  });

  it('ends at the entrance where there is one', () => {
    const plan = new PlanBuilder()
      .area('A', { geometry: pointAt(0) })
      .facility('f', { geometry: pointAt(5000), entrance: metresAway(100) })
      .build();
    const { nearest } = areaOf(auditPlan(plan), 'A');
    expect(nearest!.minutes).toBeCloseTo((greatCircleMetres(metresAway(0), metresAway(100)) * 1.3 * 60) / 3000, 9);
  });

  it.each([
    ['station', true],
    ['day_care', true],
    ['mutual_aid', true],
    ['centre', true],
    ['meal', false],
    ['institution', false],
  ] as const)('is closed by a private %s: %s', (type, closes) => {
    const plan = new PlanBuilder()
      .area('A', { geometry: pointAt(0) })
      .facility('f', { type, geometry: pointAt(10), ownership: 'private', publicBenefit: false })
      .build();
    expect(checkOf(areaOf(auditPlan(plan), 'A'), 'walk_circle').verdict).toBe(closes ? 'met' : 'short');
  });

  it('is met if built once work under way opens there', () => {
    const plan = new PlanBuilder()
      .area('A', { geometry: pointAt(0) })
      .facility('f', { status: 'building', geometry: pointAt(10) })
      .build();
    const check = checkOf(areaOf(auditPlan(plan), 'A'), 'walk_circle');
    expect(check.verdict).toBe('met_if_built');
    expect(check.reasons).toContain('work_under_way');
  });

  it('takes the median origin by weight for the nearest facility', () => {
    const plan = new PlanBuilder()
      .area('A', { geometry: squareAt(0, 0, 1000) })
      .cells([0, 500, 10], [200, 500, 30], [400, 500, 40])
      .facility('f', { geometry: pointAt(0, 500) })
      .build();
    // 10 + 30 of 80 reach half the weight at the second cell, 200 m away.
    expect(areaOf(auditPlan(plan), 'A').nearest!.minutes).toBeCloseTo((200 * 1.3 * 60) / 3000, 2);
  });

  it('follows speed and minutes', () => {
    const plan = new PlanBuilder().area('A', { geometry: pointAt(0) }).facility('f', { geometry: pointAt(700) });
    expect(checkOf(areaOf(auditPlan(plan.build()), 'A'), 'walk_circle').verdict).toBe('short');
    expect(checkOf(areaOf(auditPlan(plan.set({ speed_km_h: 4 }).build()), 'A'), 'walk_circle').verdict).toBe('met');
    const quick = plan.set({ speed_km_h: 4, minutes: 10 }).build();
    expect(checkOf(areaOf(auditPlan(quick), 'A'), 'walk_circle').verdict).toBe('short');
  });

  it('of a unit is weighted by elders only if every area has them', () => {
    const near = { county: 'X', geometry: pointAt(0) };
    const far = { county: 'X', geometry: pointAt(5000) };
    const byElders = new PlanBuilder()
      .area('A', { ...near, elders: 30, residents: 100 })
      .area('B', { ...far, elders: 70, residents: 100 })
      .facility('f', { geometry: pointAt(0) });
    expect(checkOf(unitOf(auditPlan(byElders.build()), 'county:X'), 'walk_circle').counted).toBeCloseTo(0.3, 9);
    const byResidents = byElders.area('B', { ...far, residents: 100 }).build();
    expect(checkOf(unitOf(auditPlan(byResidents), 'county:X'), 'walk_circle').counted).toBeCloseTo(0.5, 9);
    const unknown = byElders.area('B', far).build();
    expect(checkOf(unitOf(auditPlan(unknown), 'county:X'), 'walk_circle').verdict).toBe('no_data');
  });
});
