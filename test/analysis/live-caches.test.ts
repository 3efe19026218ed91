import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditDigest, AuditRequest } from '../../src/analysis/api.ts';
import { AnalysisEngine } from '../../src/analysis/engine.ts';
import { applyChange, type Change, type Edit } from '../../src/core/plan/edit.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { runSteps } from '../../src/core/progress.ts';
import { pointAt } from '../builders/plan-builder.ts';
import { randomPlan } from '../builders/random-plan.ts';
import { nantong, shippedStandard } from '../builders/standards.ts';

const STANDARDS = [nantong, shippedStandard('henan-2022')];
const DATES = ['2023-06-30', '2026-01-01', '2027-05-02'];

/** One thing a person does between two audits, made to fit the plan it meets. */
interface Act {
  readonly kind: 'move' | 'status' | 'floor' | 'delete' | 'area' | 'pool' | 'setting' | 'date' | 'standard';
  /** Which record; taken modulo how many there are. */
  readonly at: number;
  readonly metres: number;
}

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('move', 'status', 'floor', 'delete', 'area', 'pool', 'setting', 'date', 'standard'),
  at: fc.nat(1000),
  metres: fc.nat(2500),
});

function changeOf({ kind, at, metres }: Act, plan: Plan): Change {
  const facility = [...plan.facilities.keys()][at % Math.max(1, plan.facilities.size)];
  const area = [...plan.areas.keys()][at % plan.areas.size]!;
  const ofFacility = (edit: object): Change =>
    facility === undefined ? [] : [{ table: 'facilities', id: facility, from: undefined, ...edit } as Edit];
  switch (kind) {
    case 'move':
      return ofFacility({ field: 'geometry', to: pointAt(metres, at) });
    case 'status':
      return ofFacility({ field: 'status', to: (['open', 'closed', 'building'] as const)[at % 3] });
    case 'floor':
      return ofFacility({ field: 'floorAreaM2', to: at % 5 ? metres : undefined });
    case 'delete':
      return ofFacility({ to: undefined });
    case 'area':
      return [{ table: 'areas', id: area, field: 'households', from: undefined, to: at % 5 ? metres : undefined }];
    case 'pool':
      return [{ table: 'areas', id: area, field: 'pool', from: undefined, to: at % 2 ? 'P' : undefined }];
    case 'setting':
      return [{ table: 'settings', field: 'speed_km_h', from: undefined, to: [2.16, 3, 4][at % 3] }];
    default:
      return [];
  }
}

function arrivalOf({ areas, facilities, settings }: Plan): Change {
  return [
    ...[...areas].map(([id, to]) => ({ table: 'areas' as const, id, from: undefined, to })),
    ...[...facilities].map(([id, to]) => ({ table: 'facilities' as const, id, from: undefined, to })),
    ...Object.entries(settings).map(([field, to]) => ({ table: 'settings', field, from: undefined, to }) as Edit),
  ];
}

function auditOf(engine: AnalysisEngine, request: AuditRequest): { digest: Omit<AuditDigest, 'stamp'>; json: string } {
  const { stamp: _, ...digest } = runSteps(engine.auditSteps(request));
  return { digest, json: new TextDecoder().decode(engine.exportResult('json')!) };
}

describe('an engine that has audited before', () => {
  it('gives after any edits, dates and standards what a new one gives', () => {
    fc.assert(
      fc.property(randomPlan, fc.array(act, { minLength: 1, maxLength: 12 }), (first, acts) => {
        const engine = new AnalysisEngine('test');
        let plan = first;
        let version = 1;
        let [asOf, standard] = [DATES[1]!, nantong];
        engine.patch({ base: 0, version, change: arrivalOf(plan), last: true });
        const request = (planVersion: number): AuditRequest => ({
          planVersion,
          standard,
          asOf,
          inputs: [],
          inputIssues: [],
        });
        auditOf(engine, request(version));
        for (const one of acts) {
          if (one.kind === 'date') asOf = DATES[one.at % DATES.length]!;
          if (one.kind === 'standard') standard = STANDARDS[one.at % STANDARDS.length]!;
          const change = changeOf(one, plan);
          plan = applyChange(plan, change);
          engine.patch({ base: version, version: version + 1, change, last: true });
          version++;
          const fresh = new AnalysisEngine('test');
          fresh.patch({ base: 0, version: 1, change: arrivalOf(plan), last: true });
          expect(auditOf(engine, request(version))).toEqual(auditOf(fresh, request(1)));
        }
      }),
      { numRuns: 60 },
    );
  });
});
