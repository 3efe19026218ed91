import { describe, expect, it } from 'vitest';
import { isOpen } from '../../../src/core/checks/facility-state.ts';
import { applyChange } from '../../../src/core/plan/edit.ts';
import type { Facility } from '../../../src/core/plan/plan.ts';
import { reopenFacility } from '../../../src/core/plan/reopen-facility.ts';
import { PlanBuilder } from '../../builders/plan-builder.ts';

const TODAY = '2026-01-01';

function reopen(fields: Partial<Facility>) {
  const plan = new PlanBuilder().facility('f', fields).build();
  const made = reopenFacility(plan, { id: 'f', on: TODAY });
  return 'refused' in made ? made.refused : applyChange(plan, made).facilities.get('f')!;
}

describe('opening a facility again', () => {
  it.each([
    { status: 'closed', validTo: '2025-06-30' },
    { status: 'closed', validTo: TODAY },
    { status: 'suspended' },
    { status: 'open', validTo: '2024-06-30' },
  ] as const)('makes it open that day and after: %j', (fields) => {
    const after = reopen(fields) as Facility;
    expect(isOpen(after, TODAY)).toBe(true);
    expect(isOpen(after, '2026-01-02')).toBe(true);
    expect(Object.hasOwn(after, 'validTo')).toBe(false);
  });

  it('leaves a lease that still runs', () => {
    expect(reopen({ status: 'suspended', validTo: '2027-05-01' })).toMatchObject({ validTo: '2027-05-01' });
  });

  it('is refused where it is open', () => {
    expect(reopen({})).toBe('open_already');
    expect(reopenFacility(new PlanBuilder().build(), { id: 'f', on: TODAY })).toMatchObject({
      refused: 'record_unknown',
    });
  });
});
