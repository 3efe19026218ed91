import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditDigest, AuditRequest } from '../../src/analysis/api.ts';
import { AnalysisEngine } from '../../src/analysis/engine.ts';
import { moveRecord } from '../../src/core/plan/move-record.ts';
import type { Change } from '../../src/core/plan/edit.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { runSteps } from '../../src/core/progress.ts';
import { metresAway } from '../builders/plan-builder.ts';
import { randomPlan } from '../builders/random-plan.ts';
import { nantong } from '../builders/standards.ts';

function engineWith({ areas, facilities }: Plan): AnalysisEngine {
  const engine = new AnalysisEngine('test');
  const change: Change = [
    ...[...areas].map(([id, to]) => ({ table: 'areas' as const, id, from: undefined, to })),
    ...[...facilities].map(([id, to]) => ({ table: 'facilities' as const, id, from: undefined, to })),
  ];
  engine.patch({ base: 0, version: 1, change, last: true });
  return engine;
}

function audit(engine: AnalysisEngine, planVersion: number, trial?: Change): AuditDigest {
  const request: AuditRequest = { planVersion, standard: nantong, asOf: '2026-01-01', inputs: [], inputIssues: [] };
  return runSteps(engine.auditSteps(trial === undefined ? request : { ...request, trial }));
}

function found(digest: AuditDigest): Omit<AuditDigest, 'stamp'> {
  const { stamp: _, ...rest } = digest;
  return rest;
}

const metres = fc.integer({ min: -1500, max: 3000 });

/** A plan, and a place to which one of its facilities is to be moved. */
const dragged = fc
  .tuple(randomPlan, fc.nat(), fc.array(fc.tuple(metres, metres), { minLength: 1, maxLength: 5 }))
  .filter(([{ facilities }]) => [...facilities.values()].some(({ geometry }) => geometry))
  .map(([plan, at, places]) => {
    const placed = [...plan.facilities.values()].filter(({ geometry }) => geometry);
    const { id } = placed[at % placed.length]!;
    const changes = places.map(([east, north]): Change => {
      const change = moveRecord(plan, { table: 'facilities', id, to: metresAway(east, north) });
      if (typeof change === 'string') throw new Error(change);
      return change;
    });
    return { plan, id, changes };
  });

describe('a trial', () => {
  it('finds what the audit finds once the change is made, wherever the thing was held on the way', () => {
    fc.assert(
      fc.property(dragged, ({ plan, changes }) => {
        const engine = engineWith(plan);
        audit(engine, 1);
        let tried: AuditDigest | null = null;
        for (const change of changes) tried = audit(engine, 1, change);
        engine.patch({ base: 1, version: 2, change: changes.at(-1)!, last: true });
        const made = audit(engine, 2);
        expect(found(tried!)).toEqual(found(made));
        expect(tried!.stamp).toEqual({ ...made.stamp, planVersion: 1, trial: true });
      }),
      { numRuns: 60 },
    );
  });

  it('leaves the mirror as it was: without it everything is as before', () => {
    fc.assert(
      fc.property(dragged, ({ plan, changes }) => {
        const engine = engineWith(plan);
        const before = audit(engine, 1);
        const kept = engine.planAt(1);
        for (const change of changes) audit(engine, 1, change);
        expect(engine.planAt(1)).toBe(kept);
        expect(audit(engine, 1)).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it('is what is explained while it lasts, and never leaves as a file', () => {
    const { plan, id, changes } = fc.sample(dragged, { numRuns: 1, seed: 7 })[0]!;
    const engine = engineWith(plan);
    audit(engine, 1);
    audit(engine, 1, changes[0]);
    expect(engine.explainFacility(id)).not.toBeNull();
    expect(engine.exportResult('json')).toBeNull();
    audit(engine, 1);
    expect(engine.exportResult('json')).not.toBeNull();
  });
});
