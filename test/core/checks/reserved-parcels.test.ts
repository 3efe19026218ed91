import { describe, expect, it } from 'vitest';
import { reservedParcelIssues } from '../../../src/core/checks/reserved-parcels.ts';
import type { Facility, Parcel, Plan } from '../../../src/core/plan/plan.ts';
import { auditPlan } from '../../builders/audit-plan.ts';
import { PlanBuilder, pointAt, squareAt } from '../../builders/plan-builder.ts';

function withParcel(plan: Plan, parcel: Partial<Parcel> = {}): Plan {
  const whole: Parcel = {
    id: 'p',
    name: '东地块',
    use: 'elder_care',
    landAreaM2: 10_000,
    geometry: squareAt(0, 0, 100),
    ...parcel,
  };
  return { ...plan, parcels: new Map([['p', whole]]) };
}

function said(plan: Plan): string[] {
  return reservedParcelIssues(plan).map(({ code, detail }) => `${code}: ${JSON.stringify(detail['by'] ?? null)}`);
}

const place = (at: Facility['geometry'], more: Partial<Facility> = {}) =>
  new PlanBuilder().facility('f', { ...(at === undefined ? {} : { geometry: at }), ...more }).build();

describe('land that is reserved for elder care', () => {
  it('is told where its use is another, with name and land', () => {
    expect(reservedParcelIssues(withParcel(new PlanBuilder().build(), { use: 'other' }))).toEqual([
      {
        code: 'reserved_parcel_use_changed',
        severity: 'warning',
        where: { id: 'p' },
        detail: { name: '东地块', m2: 10_000 },
      },
    ]);
  });

  it('is told where housing lies over it; beside it, or over its rim alone, is nothing', () => {
    const area = (east: number) => new PlanBuilder().area('A', { geometry: squareAt(east, 0, 100) }).build();
    expect(said(withParcel(area(50)))).toEqual(['reserved_parcel_built_over: ["A"]']);
    expect(said(withParcel(area(100)))).toEqual([]);
    expect(said(withParcel(area(99.5)))).toEqual([]);
    expect(said(withParcel(area(99.5), { geometry: pointAt(99.8, 50) }))).toHaveLength(1);
  });

  it('is for facilities for elders, of the kind that is planned where one is', () => {
    const on = pointAt(50, 50);
    expect(said(withParcel(place(on)))).toEqual([]);
    expect(said(withParcel(place(on, { type: 'other' })))).toHaveLength(1);
    expect(said(withParcel(place(on), { plannedFor: 'institution' }))).toHaveLength(1);
    expect(said(withParcel(place(on), { plannedFor: 'station' }))).toEqual([]);
    expect(said(withParcel(place(on, { type: 'other', status: 'closed' })))).toEqual([]);
    expect(said(withParcel(place(pointAt(150, 50), { type: 'other' })))).toEqual([]);
  });

  it('is among what the audit says', () => {
    const plan = withParcel(new PlanBuilder().area('A', { geometry: squareAt(50, 0, 100) }).build());
    expect(auditPlan(plan).issues.map(({ code }) => code)).toContain('reserved_parcel_built_over');
  });
});
