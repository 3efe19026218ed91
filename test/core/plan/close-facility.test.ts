import { describe, expect, it } from 'vitest';
import { closeFacility } from '../../../src/core/plan/close-facility.ts';
import { applyChange } from '../../../src/core/plan/edit.ts';
import type { Facility } from '../../../src/core/plan/plan.ts';
import { PlanBuilder } from '../../builders/plan-builder.ts';

function close(fields: Partial<Facility>, on = '2026-01-01') {
  const plan = new PlanBuilder().facility('f', fields).build();
  const made = closeFacility(plan, { id: 'f', on });
  return 'refused' in made ? made.refused : applyChange(plan, made).facilities.get('f');
}

describe('closing a facility', () => {
  it('sets its status and its last day', () => {
    expect(close({})).toEqual({ id: 'f', type: 'station', status: 'closed', validTo: '2026-01-01' });
  });

  it('ends a lease early, and never makes one that ended longer', () => {
    expect(close({ validTo: '2027-05-01' })).toMatchObject({ validTo: '2026-01-01' });
    expect(close({ validTo: '2020-05-01' })).toMatchObject({ validTo: '2020-05-01' });
  });

  it('is refused where it is closed, or before it started', () => {
    expect(close({ status: 'closed' })).toBe('closed_already');
    expect(close({ validFrom: '2026-02-01' })).toBe('closed_before_start');
    expect(closeFacility(new PlanBuilder().build(), { id: 'f', on: '2026-01-01' })).toMatchObject({
      refused: 'record_unknown',
    });
  });
});
