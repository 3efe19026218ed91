import { describe, expect, it } from 'vitest';
import { lateStages } from '../../../src/core/outlook/late-stages.ts';
import type { SyncDates } from '../../../src/core/plan/plan.ts';

const AS_OF = '2026-03-01';

function late(accepted: SyncDates) {
  const subject = { kind: 'facility', id: 'f' } as const;
  return lateStages({ id: 'facility/f', subject, stages: { accepted } }, AS_OF);
}

describe('a stage', () => {
  it.each([
    ['without dates', {}, null],
    ['of the facility alone', { facility: '2026-01-01' }, null],
    ['on one day', { housing: '2025-06-30', facility: '2025-06-30' }, null],
    ['where the facility is first', { housing: '2025-06-30', facility: '2025-06-01' }, null],
    ['where the facility comes 31 days later', { housing: '2025-06-30', facility: '2025-07-31' }, 31],
    ['where it will come later', { housing: '2027-01-01', facility: '2028-01-01' }, 365],
    ['whose housing is through and whose facility has no date', { housing: '2026-02-01' }, 28],
    ['whose housing is through today', { housing: AS_OF }, null],
    ['whose housing is to come', { housing: '2026-12-31' }, null],
  ])('%s: %j is late by %s days', (_, dates, days) => {
    expect(late(dates).map((one) => one.days)).toEqual(days === null ? [] : [days]);
  });
});
