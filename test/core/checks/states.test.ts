import { describe, expect, it } from 'vitest';
import { areaOf, auditPlan, checkOf } from '../../builders/audit-plan.ts';
import { PlanBuilder, pointAt } from '../../builders/plan-builder.ts';
import { shippedStandard } from '../../builders/standards.ts';
import type { Area, Facility } from '../../../src/core/plan/plan.ts';
import type { Settings } from '../../../src/core/plan/settings.ts';

function floorArea(fields: Partial<Facility>, asOf = '2026-01-01') {
  const plan = new PlanBuilder()
    .area('A', { households: 1000 })
    .facility('f', { floorAreaM2: 200, serves: [{ area: 'A' }], ...fields })
    .build();
  return checkOf(areaOf(auditPlan(plan, asOf), 'A'), 'floor_area');
}

describe('a facility counts', () => {
  it.each([
    ['open, no dates', {}, 'met'],
    ['status blank', { status: undefined }, 'met'],
    ['its first day', { validFrom: '2026-01-01' }, 'met'],
    ['its last day', { validTo: '2026-01-01' }, 'met'],
    ['lapsed the day before', { validTo: '2025-12-31' }, 'short'],
    ['being built', { status: 'building' }, 'met_if_built'],
    ['planned, whatever its start', { status: 'planned', validFrom: '2031-01-01' }, 'met_if_built'],
    ['being built, its term already over', { status: 'building', validTo: '2025-12-31' }, 'short'],
    ['suspended', { status: 'suspended' }, 'short'],
    ['closed', { status: 'closed', validTo: '2027-01-01' }, 'short'],
  ] as const)('%s: %j → %s', (_, fields, verdict) => {
    expect(floorArea(fields as Partial<Facility>).verdict).toBe(verdict);
  });

  it('at the deadline from its dates; a blank start counts and is flagged', () => {
    expect(floorArea({}).deadline).toMatchObject({ verdict: 'met', counted: 200, days_overdue: 0 });
    expect(floorArea({}).reasons).toContain('opening_date_unknown');
    expect(floorArea({ validFrom: '2024-07-01' }).deadline).toMatchObject({ verdict: 'short', counted: 0 });
    expect(floorArea({ status: 'closed', validTo: '2024-06-30' }).deadline).toMatchObject({
      verdict: 'met',
      days_overdue: 550,
    });
    expect(floorArea({ status: 'closed' }).deadline).toMatchObject({ verdict: 'short', days_overdue: 550 });
  });

  it('on the deadline itself the rule is due, and no day late', () => {
    expect(floorArea({ status: 'suspended' }, '2024-06-30').deadline).toEqual({
      date: '2024-06-30',
      verdict: 'short',
      counted: 0,
      days_overdue: 0,
    });
  });
});

describe('a setting', () => {
  const area = (fields: Partial<Area>, settings: Partial<Settings>) =>
    checkOf(areaOf(auditPlan(new PlanBuilder().area('A', fields).set(settings).build()), 'A'), 'floor_area');

  it('per started hundred: 1 001 households need eleven times the rate', () => {
    expect(area({ households: 1001 }, {}).required).toBeCloseTo(200.2, 9);
    expect(area({ households: 1001 }, { per_hundred: 'started' }).required).toBe(220);
  });

  it('persons per household estimates what is missing, flagged', () => {
    const check = area({ residents: 2220 }, { persons_per_household: 2.22 });
    expect(check.required).toBeCloseTo(200, 9);
    expect(check.reasons).toContain('households_estimated');
    expect(area({ households: 500, residents: 2220 }, { persons_per_household: 2.22 }).required).toBe(100);
  });

  it('land of one’s own area binds only when asked to', () => {
    const plan = new PlanBuilder()
      .area('A', { households: 100, residents: 1000, elders: 100, geometry: pointAt(0) })
      .facility('f', { floorAreaM2: 20, landAreaM2: 100, geometry: pointAt(10) });
    const free = areaOf(auditPlan(plan.build()), 'A');
    expect(free.verdict).toBe('met');
    expect(checkOf(free, 'land_per_person')).toMatchObject({ role: 'indicator', verdict: 'short', gap: 100 });
    expect(areaOf(auditPlan(plan.set({ land_binds: true }).build()), 'A').verdict).toBe('short');
    const perElder = plan.set({ land_per: 'elders' }).build();
    expect(checkOf(areaOf(auditPlan(perElder), 'A'), 'land_per_person')).toMatchObject({
      verdict: 'met',
      required: 20,
    });
  });
});

describe('a standard', () => {
  it('without a figure makes its check not applicable, never zero', () => {
    const plan = new PlanBuilder().area('A', { class: 'new', households: 1000, geometry: pointAt(0) }).build();
    const { checks } = areaOf(auditPlan(plan, '2026-01-01', shippedStandard('qingdao-2018')), 'A');
    const verdicts = Object.fromEntries(checks.map(({ check, verdict }) => [check, verdict]));
    expect(verdicts).toMatchObject({
      floor_area: 'short',
      single_unit: 'not_applicable',
      walk_circle: 'not_applicable',
    });
  });

  it('judges by its own rates', () => {
    const plan = new PlanBuilder().area('A', { households: 1000 }).build();
    const check = checkOf(areaOf(auditPlan(plan, '2026-01-01', shippedStandard('qingdao-2018')), 'A'), 'floor_area');
    expect(check).toMatchObject({ required: 150, source: { document: 'qingdao-2018' }, deadline: null });
  });

  it('marks a new area whose conditions were fixed before the rule', () => {
    const reasons = (conditionDate: string) => {
      const plan = new PlanBuilder().area('A', { class: 'new', households: 3000, conditionDate }).build();
      return checkOf(areaOf(auditPlan(plan), 'A'), 'floor_area').reasons;
    };
    expect(reasons('2022-12-31')).toContain('conditions_predate_rule');
    expect(reasons('2023-01-01')).not.toContain('conditions_predate_rule');
  });
});
