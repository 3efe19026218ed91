import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  auditWithMemorySteps,
  completeResultSteps,
  type Audit,
  type AuditInput,
  type AuditMemory,
} from '../../../src/core/checks/audit.ts';
import type { StreetGraph } from '../../../src/core/network/street-graph.ts';
import { applyChange, inverse, type Change } from '../../../src/core/plan/edit.ts';
import type { Plan } from '../../../src/core/plan/plan.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { changeOf, throws } from '../../builders/random-change.ts';
import { randomPlan } from '../../builders/random-plan.ts';
import { nantong } from '../../builders/standards.ts';
import { streetGrid } from '../../builders/street-grid.ts';

/** Edits in one life of a plan, a fifth of them taken back at once. */
const EDITS = 500;

function inputOf(plan: Plan, streets: StreetGraph | null): AuditInput {
  return { plan, streets, standard: nantong, asOf: '2026-01-01', version: 'test', inputs: [], inputIssues: [] };
}

/** Audits after each edit with what the one before left behind, and compares with an audit that begins from nothing. */
function live(
  plan: Plan,
  edits: readonly (readonly Parameters<typeof changeOf>[1][number][])[],
  streets: StreetGraph | null,
) {
  let now = plan;
  let memory: AuditMemory | null = null;
  let last: Change | null = null;
  for (const [at, thrown] of edits.entries()) {
    const change: Change = at % 5 === 4 && last ? inverse(last) : changeOf(now, thrown);
    now = applyChange(now, change);
    last = at % 5 === 4 ? null : change;
    const audit: Audit = runSteps(auditWithMemorySteps(inputOf(now, streets), memory));
    memory = audit.memory;
    if (at % 10 !== 9 && at !== edits.length - 1) continue;
    const fresh = runSteps(auditWithMemorySteps(inputOf(now, streets), null));
    expect(audit.columns).toEqual(fresh.columns);
    expect(runSteps(completeResultSteps(audit))).toEqual(runSteps(completeResultSteps(fresh)));
  }
}

describe('an audit over what the ones before left behind', () => {
  const lives = fc.tuple(randomPlan, fc.array(throws, { minLength: EDITS, maxLength: EDITS, size: 'max' }));

  it('is that of the same plan from nothing, after 500 random edits, by straight line', () => {
    fc.assert(
      fc.property(lives, ([plan, edits]) => live(plan, edits, null)),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it('is so along streets too', () => {
    fc.assert(
      fc.property(lives, ([plan, edits]) => live(plan, edits, streetGrid)),
      { numRuns: 3, endOnFailure: true },
    );
  });
});
