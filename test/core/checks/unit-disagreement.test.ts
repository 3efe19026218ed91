import { describe, expect, it } from 'vitest';
import { auditPlan, unitOf } from '../../builders/audit-plan.ts';
import { PlanBuilder, pointAt, squareAt } from '../../builders/plan-builder.ts';

function disagreements(builder: PlanBuilder) {
  return auditPlan(builder.build())
    .issues.filter(({ code }) => code === 'unit_disagrees')
    .map(({ where, detail, severity }) => ({ id: where.id, severity, ...detail }));
}

/** Two counties side by side, 1 km each; only one of two communities has a polygon. */
function county(): PlanBuilder {
  return new PlanBuilder()
    .unit('county', 'X', { geometry: squareAt(0, 0, 1000) })
    .unit('county', 'Y', { geometry: squareAt(1000, 0, 1000) })
    .unit('community', 'Y/K', { geometry: squareAt(1500, 0, 500) })
    .unit('community', 'Y/L');
}

describe('columns against place', () => {
  it('says which unit is stated, which one it lies in, and how far off the border is', () => {
    const plan = county()
      .facility('f', { county: 'X', geometry: pointAt(1100, 500) })
      .area('A', { county: 'Y', geometry: squareAt(100, 100, 50) })
      .area('fine', { county: 'Y', geometry: squareAt(1100, 100, 50) });
    expect(disagreements(plan)).toEqual([
      expect.objectContaining({
        id: 'A',
        found: 'Y',
        expected: 'X',
        level: 'county',
        known: true,
        severity: 'warning',
      }),
      { id: 'f', found: 'X', expected: 'Y', level: 'county', known: true, metres: 100, severity: 'warning' },
    ]);
  });

  it('leaves the record where its columns put it', () => {
    const plan = county()
      .area('A', { county: 'Y', geometry: squareAt(100, 100, 50) })
      .build();
    expect(unitOf(auditPlan(plan), 'county:Y').areas_by_verdict).not.toEqual({});
    expect(unitOf(auditPlan(plan), 'county:X').areas_by_verdict).toEqual({});
  });

  it('finds a name that no unit has, where the place tells the right one', () => {
    const plan = county().facility('f', { county: '乂', geometry: pointAt(100, 100) });
    expect(disagreements(plan)).toMatchObject([{ id: 'f', found: '乂', expected: 'X', known: false, metres: null }]);
  });

  it('looks at the units above, and at those within a unit without a polygon of its own', () => {
    const plan = new PlanBuilder()
      .unit('county', 'X')
      .unit('county', 'Y')
      .unit('community', 'X/J', { geometry: squareAt(0, 0, 1000) })
      .unit('community', 'Y/K', { geometry: squareAt(2000, 0, 1000) })
      .facility('f', { county: 'X', geometry: pointAt(2500, 500) });
    expect(disagreements(plan)).toMatchObject([{ level: 'county', found: 'X', expected: 'Y', metres: 1500 }]);
  });

  it('names the highest level alone, and none where a border, a shorter name or no place leaves it open', () => {
    const plan = county()
      .facility('two', { county: 'X', community: 'K', geometry: pointAt(1100, 500) })
      .facility('border', { county: 'X', geometry: pointAt(1000, 500) })
      .facility('nowhere', { county: 'X' })
      .facility('outside', { county: 'X', geometry: pointAt(-500, 500) })
      .facility('lower', { county: 'Y', community: 'L', geometry: pointAt(1700, 100) });
    expect(disagreements(plan)).toMatchObject([
      { id: 'lower', level: 'community', found: 'Y/L', expected: 'Y/K', metres: null },
      { id: 'two', level: 'county' },
    ]);
  });

  it('takes an area whose stated unit is not in the table for unresolved', () => {
    const plan = new PlanBuilder().unit('community', 'K').area('A', { community: '库' }).build();
    expect(auditPlan(plan).issues).toContainEqual(
      expect.objectContaining({ code: 'unit_unresolved', where: { input: 'areas', id: 'A', column: 'community' } }),
    );
  });
});
