import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnalysisEngine } from '../../src/analysis/engine.ts';
import type { AuditDigest } from '../../src/analysis/api.ts';
import { applyChange, type Change, type Edit } from '../../src/core/plan/edit.ts';
import { EMPTY_PLAN, type Plan } from '../../src/core/plan/plan.ts';
import { runSteps } from '../../src/core/progress.ts';
import { effectOf } from '../../src/state/effect-of.ts';
import { auditPlan } from '../builders/audit-plan.ts';
import { PlanBuilder } from '../builders/plan-builder.ts';
import { randomPlan } from '../builders/random-plan.ts';
import { nantong } from '../builders/standards.ts';

/** The change that takes away a plan's areas and facilities and brings another's. */
function become(before: Plan, after: Plan): Change {
  return (['areas', 'facilities'] as const).flatMap((table) => [
    ...[...before[table]].map(([id, from]) => ({ table, id, from, to: undefined }) as Edit),
    ...[...after[table]].map(([id, to]) => ({ table, id, from: undefined, to }) as Edit),
  ]);
}

/** Digests as the analysis makes them one after the other, reusing what it can. */
function digestsOf(plan: Plan, change: Change): [AuditDigest, AuditDigest] {
  const engine = new AnalysisEngine('test');
  const audit = (planVersion: number) =>
    runSteps(engine.auditSteps({ planVersion, standard: nantong, asOf: '2026-01-01', inputs: [], inputIssues: [] }));
  engine.patch({ base: 0, version: 1, change: become(EMPTY_PLAN, plan), last: true });
  const before = audit(1);
  engine.patch({ base: 1, version: 2, change, last: true });
  return [before, audit(2)];
}

describe('what an edit changed', () => {
  it('is the difference of two full audits', () => {
    fc.assert(
      fc.property(randomPlan, randomPlan, (one, other) => {
        // Settings stay: they are no part of the change.
        const [before, after] = [one, other].map((plan) => ({ ...plan, settings: {}, population: null })) as [
          Plan,
          Plan,
        ];
        const change = become(before, after);
        const effect = effectOf(...digestsOf(before, change));
        const [was, is] = [auditPlan(before), auditPlan(applyChange(before, change))];
        const verdicts = new Map(was.areas.map(({ id, verdict }) => [id, verdict]));
        const changed = is.areas.filter(({ id, verdict }) => verdicts.get(id) !== verdict);
        const ids = (areas: typeof changed) => areas.map(({ id }) => id).sort();
        expect([...effect.areas.met].sort()).toEqual(ids(changed.filter(({ verdict }) => verdict === 'met')));
        expect([...effect.areas.short].sort()).toEqual(ids(changed.filter(({ verdict }) => verdict === 'short')));
        expect([...effect.areas.other].sort()).toEqual(
          ids(changed.filter(({ id, verdict }) => verdicts.has(id) && verdict !== 'met' && verdict !== 'short')),
        );
        expect(effect.floorGapM2).toBeCloseTo(is.summary.floor_gap_m2 - was.summary.floor_gap_m2, 6);
        expect(effect.eldersCovered).toBeCloseTo(is.summary.elders_covered - was.summary.elders_covered, 6);
        expect(effect.unknown.elders).toBe(is.summary.areas_without_elders - was.summary.areas_without_elders);
        if (was.summary.counties > 0 && is.summary.counties > 0) {
          expect(effect.landGapM2).toBeCloseTo(is.summary.land_gap_m2 - was.summary.land_gap_m2, 6);
        } else expect(effect.landGapM2).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it('tells what becomes unknown from what becomes nothing', () => {
    const plan = new PlanBuilder().area('A', { households: 1000, elders: 40 }).build();
    const effect = effectOf(
      ...digestsOf(plan, [
        { table: 'areas', id: 'A', field: 'households', from: 1000, to: undefined },
        { table: 'areas', id: 'A', field: 'elders', from: 40, to: undefined },
      ]),
    );
    expect(effect.floorGapM2).toBeLessThan(0);
    expect(effect.unknown).toMatchObject({ floor: 1, elders: 1 });
    expect(effect.areas.other).toEqual(['A']);
  });
});
